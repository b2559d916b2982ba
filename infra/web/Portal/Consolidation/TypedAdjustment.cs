using Microsoft.AspNetCore.Http;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Consolidation;

/// <summary>An adjustment as it was typed.</summary>
public sealed record TypedAdjustment(string Field, string Amount, string Reason)
{
    private const string NoAmount = "Ghi số cộng thêm, hoặc số trừ đi kèm dấu trừ.";

    internal static TypedAdjustment Blank { get; } = new("", "", "");

    internal static TypedAdjustment For(string field) => Blank with { Field = field };

    internal static TypedAdjustment Of(IFormCollection posted) =>
        new(posted["field"].ToString(), posted["amount"].ToString(), posted["reason"].ToString());

    internal Outcome<Adjustment> Read(Form form)
    {
        var errors = new List<FieldError>();
        var found = form.Fields.FirstOrDefault(asked => asked.Code.ToString() == Field);
        var bounds = found?.Type.Bounds;
        if (bounds is null)
        {
            errors.Add(new FieldError("/field", "required", "Chọn chỉ tiêu."));
        }

        decimal? amount = null;
        if (bounds is not null)
        {
            var number = TypedNumber.Read(Amount, bounds with { Min = -bounds.Max });
            amount = number.Refused ? null : number.Value;
            if (amount is null)
            {
                errors.Add(new FieldError("/amount", "unreadable", number.Refusal?.Detail ?? NoAmount));
            }
        }
        else if (Amount.Trim().Length == 0)
        {
            errors.Add(new FieldError("/amount", "required", NoAmount));
        }

        if (Reason.Trim().Length == 0)
        {
            errors.Add(new FieldError("/reason", "required", "Mỗi điều chỉnh phải nêu lý do."));
        }

        return errors.Count > 0
            ? new Refusal(RefusalKind.Invalid, "adjustment-invalid", "Chưa điều chỉnh được", "Có chỗ cần sửa:") { Errors = errors }
            : new Adjustment(found!.Code, amount!.Value, Reason.Trim());
    }
}
