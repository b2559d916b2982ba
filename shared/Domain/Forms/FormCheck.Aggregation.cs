namespace VksServerless.Forms;

/// <summary>What the ways of adding up demand of the fields and columns that they name.</summary>
internal sealed partial class FormCheck
{
    private const int MostGroups = 500;

    /// <summary>Numbers of one total: it is written in one row of a store.</summary>
    private const int MostNumbers = 5_000;

    /// <summary>Digits of a decimal that leave room for the sum over every unit there is.</summary>
    private const int MostDigits = 22;

    private void CheckAggregation(Field field, string place)
    {
        var (weighs, divides, unites) = (
            field.Aggregation == AggregationMethod.WeightedMean, field.Aggregation == AggregationMethod.Ratio,
            field.Aggregation == AggregationMethod.Union);
        Require(
            weighs == field.Weight is not null, $"{place}/weight", "weight",
            $"Chỉ tiêu {field.Code}: bình quân gia quyền, và chỉ nó, có quyền số.");
        Require(
            divides == field.Ratio is not null, $"{place}/numerator", "ratio",
            $"Chỉ tiêu {field.Code}: tỷ số, và chỉ nó, có tử số và mẫu số.");
        Require(
            unites || field.Grouping is null, $"{place}/groupBy", "grouping",
            $"Chỉ tiêu {field.Code}: chỉ bảng kê được gộp các dòng mới có nhóm.");
        if (field is { Weight: { } weight, Type.Bounds: { } bounds })
        {
            Require(_form.Find(weight) is { IsDerived: false, Type: FieldType.Integer { Min: >= 0 } whole }
                && DigitsOf(whole.Bounds) + DigitsOf(bounds) <= MostDigits,
                $"{place}/weight", "weight",
                $"Chỉ tiêu {field.Code}: quyền số phải là chỉ tiêu nguyên không âm do đơn vị nhập, và tích lớn nhất của hai chỉ tiêu " +
                $"không quá {MostDigits} chữ số.");
        }

        if (field.Ratio is { } ratio)
        {
            Require(
                IsSummed(ratio.Numerator) && IsSummed(ratio.Denominator), $"{place}/numerator", "ratio",
                $"Chỉ tiêu {field.Code}: tử số và mẫu số phải là hai chỉ tiêu cộng dồn của biểu mẫu.");
        }

        if (field.Grouping is { } grouping && field.Type is FieldType.Table table)
        {
            CheckGrouping(field, grouping, table, place);
        }
    }

    /// <summary>Groups are of closed columns only, so that a total has so many and no more, whatever units write.</summary>
    private void CheckGrouping(Field field, Grouping grouping, FieldType.Table table, string place)
    {
        var columns = table.Columns.DistinctBy(column => column.Code).ToDictionary(column => column.Code);
        var groups = grouping.By.Select(code => columns.GetValueOrDefault(code)?.Type switch
        {
            FieldType.Choice choice => choice.Options.Count + 1,
            FieldType.YesNo => 3,
            _ => 0L,
        }).ToList();
        Require(
            groups.Count <= 3 && !groups.Contains(0) && groups.Aggregate(1L, (sofar, next) => sofar * next) <= MostGroups,
            $"{place}/groupBy", "grouping",
            $"Chỉ tiêu {field.Code}: nhóm theo tối đa 3 cột lựa chọn hoặc có/không, tối đa {MostGroups} nhóm.");
        Require(
            grouping.NamedBy is not { } named || (columns.GetValueOrDefault(named)?.Type is FieldType.Text && grouping.By is [var by, ..]
                && columns.GetValueOrDefault(by)?.Type is FieldType.Choice first
                && first.Options.Any(option => option.Code == Grouping.Other)),
            $"{place}/namedBy", "grouping",
            $"Chỉ tiêu {field.Code}: cột nêu tên là cột một dòng chữ, và cột nhóm đầu tiên phải có lựa chọn mang mã {Grouping.Other}.");
        Require(
            grouping.Sums.All(code => columns.GetValueOrDefault(code)?.Type is { Bounds: not null } and not FieldType.Percent),
            $"{place}/sums", "grouping", $"Chỉ tiêu {field.Code}: chỉ cộng được cột số.");
    }

    private void CheckSize() =>
        Require(
            _form.Fields.Sum(NumbersOf) <= MostNumbers, "/sections", "too-many",
            $"Số liệu tổng hợp của biểu mẫu quá lớn: tối đa {MostNumbers} con số gồm nhóm, tổng theo cột và lựa chọn.");

    private static long NumbersOf(Field field) => (field.Type, field.Grouping) switch
    {
        (FieldType.Choice choice, _) => choice.Options.Count,
        (FieldType.Table table, { } grouping) => (1L + grouping.Sums.Count) * grouping.By.Aggregate(1L, (sofar, code) => sofar
            * (table.Columns.FirstOrDefault(column => column.Code == code)?.Type is FieldType.Choice choice ? choice.Options.Count + 1
                : 3)),
        _ => 3,
    };

    private bool IsSummed(FieldCode code) => _form.Find(code) is { Aggregation: AggregationMethod.Sum };

    private void Check(Rule rule, string place)
    {
        Require(
            SnakeCase().IsMatch(rule.Code), $"{place}/code", "snake-case",
            $"Mã quy tắc \"{rule.Code}\" chỉ gồm chữ thường không dấu, số và dấu gạch dưới.");
        Require(
            rule.Message.Length is > 0 and <= 500, $"{place}/message", "required",
            $"Quy tắc {rule.Code} phải có lời nhắc, tối đa 500 ký tự.");
        Require(
            rule.Holds.Length is > 0 and <= MostFormula, $"{place}/holds", "required",
            $"Quy tắc {rule.Code} phải có điều kiện, tối đa {MostFormula} ký tự.");
        Require(
            rule.Fields.Count > 0 && rule.Fields.All(code => _form.Find(code) is not null), $"{place}/fields", "unknown-field",
            $"Quy tắc {rule.Code} phải nêu chỉ tiêu của biểu mẫu mà nó nói đến.");
    }

    private static int DigitsOf(NumericBounds bounds) => bounds.Scale + Math.Max(DigitsOf(bounds.Min), DigitsOf(bounds.Max));

    private static int DigitsOf(decimal value) =>
        decimal.Truncate(Math.Abs(value)).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
}
