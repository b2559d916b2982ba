using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Reads what a superior adjusts in the sums of its subordinates, <c>[ { field, amount, reason } ]</c>.</summary>
internal sealed class AdjustmentReader(Form form, bool consolidates, Faults faults)
{
    private const int Most = 200;
    private const int MaxReasonLength = 1000;
    private readonly NumberReader _numbers = new(faults);
    private readonly WordsReader _words = new(faults);

    public IReadOnlyList<Adjustment> Read(JsonElement sent)
    {
        var adjustments = new List<Adjustment>();
        if (sent.GetArrayLength() is > 0 and var count && (!consolidates || count > Most))
        {
            faults.Add("/adjustments", "not-asked", consolidates ? $"Tối đa {Most} điều chỉnh." : "Đơn vị không có cấp dưới để tổng hợp.");
            return adjustments;
        }

        foreach (var (index, part) in sent.EnumerateArray().Index())
        {
            Read(part, $"/adjustments/{index}", adjustments);
        }

        return adjustments;
    }

    /// <summary>The sums on which the adjustments were made, <c>{ unit: { field: sum } }</c>, as a draft gave them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? ReadBasis(JsonElement sent)
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, decimal>>();
        foreach (var unit in sent.EnumerateObject())
        {
            if (unit.Value.ValueKind != JsonValueKind.Object || unit.Value.EnumerateObject().Any(
                sum => sum.Value.ValueKind != JsonValueKind.Number || !sum.Value.TryGetDecimal(out _)))
            {
                return faults.Add<IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>>(
                    "/adjustedOn", "wrong-type", "adjustedOn gồm từng đơn vị cấp dưới với các tổng của nó: { đơn vị: { chỉ tiêu: số } }.");
            }

            all[unit.Name] = unit.Value.EnumerateObject().ToDictionary(sum => sum.Name, sum => sum.Value.GetDecimal());
        }

        return all;
    }

    private void Read(JsonElement part, string place, List<Adjustment> adjustments)
    {
        if (part.ValueKind != JsonValueKind.Object
            || part.EnumerateObject().Any(property => property.Name is not ("field" or "amount" or "reason"))
            || !part.TryGetProperty("field", out var code) || code.ValueKind != JsonValueKind.String
                || WordsReader.Plain(code) is not { } name)
        {
            faults.Add(place, "wrong-type", "Mỗi điều chỉnh gồm field, amount và reason.");
            return;
        }

        var field = FieldCode.Of(name);
        if (form.Find(field) is not { IsDerived: false, Aggregation: AggregationMethod.Sum, Type.Bounds: { } bounds })
        {
            faults.Add(
                $"{place}/field", "not-adjustable",
                "Chỉ điều chỉnh được chỉ tiêu cộng dồn mà đơn vị nhập; chỉ tiêu tính thì theo đó mà đổi.");
            return;
        }

        if (adjustments.Any(other => other.Field == field))
        {
            faults.Add($"{place}/field", "duplicate", "Mỗi chỉ tiêu chỉ điều chỉnh một lần.");
            return;
        }

        var amount = part.TryGetProperty("amount", out var sentAmount)
            ? _numbers.Read(sentAmount, bounds with { Min = -bounds.Max }, $"{place}/amount")
            : faults.Add<decimal?>($"{place}/amount", "required", "Thiếu số điều chỉnh.");
        var reason = part.TryGetProperty("reason", out var sentReason) ? _words.Read(sentReason, MaxReasonLength, $"{place}/reason") : "";
        if (amount == 0)
        {
            faults.Add($"{place}/amount", "out-of-range", "Số điều chỉnh phải khác 0.");
        }
        else if (reason is "")
        {
            faults.Add($"{place}/reason", "required", "Mỗi điều chỉnh phải nêu lý do.");
        }
        else if (amount is { } value && reason is { } why)
        {
            adjustments.Add(new Adjustment(field, value, why));
        }
    }
}
