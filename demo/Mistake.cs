using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>A fault that people make, and the words with which a superior returns the report.</summary>
internal sealed record Mistake(string Field, string Reason)
{
    private static readonly Func<string, string>[] Usual =
    [
        label => $"\"{label}\": số liệu chưa khớp với sổ theo dõi của đơn vị. Đề nghị kiểm tra, sửa và nộp lại.",
        label => $"\"{label}\": số liệu ghi của kỳ khác. Đề nghị lấy đúng số liệu của kỳ này rồi nộp lại.",
        label => $"\"{label}\": đề nghị đối chiếu với hồ sơ lưu và giải thích được nguồn số liệu trước khi nộp lại.",
    ];

    /// <summary>About a number that this unit is asked.</summary>
    public static Mistake Any(Form form, Unit unit, Random chances)
    {
        var asked = form.For(unit.Code, unit.Level, superior: false).SelectMany(section => section.Fields).Where(
            field => field is { Required: true, Type.Bounds: not null }).ToList();
        var field = asked[chances.Next(asked.Count)];
        return new Mistake(field.Code.ToString(), Usual[chances.Next(Usual.Length)](field.Label));
    }
}
