using System.Text.RegularExpressions;

namespace VksServerless.Forms;

/// <summary>What makes a form usable, beyond being readable. Every fault is gathered at its place.</summary>
internal sealed partial class FormCheck
{
    private const int MostFields = 400;
    private const int MostRules = 200;
    private const int MostFormula = 2000;
    private const int MostHelp = 4000;
    private const int MostMeasure = 50;
    private const int MostCode = 60;
    private const string Duplicate = "duplicate";
    private readonly List<FieldError> _errors = [];
    private readonly Form _form;

    private FormCheck(Form form) => _form = form;

    public static IReadOnlyList<FieldError> Of(Form form)
    {
        var check = new FormCheck(form);
        check.Check();
        return check._errors;
    }

    /// <summary>As <see cref="Of"/>, and what is wrong with expressions also where something else is wrong.</summary>
    public static IReadOnlyList<FieldError> Everything(Form form)
    {
        var faults = Of(form);
        return faults.Count == 0 || faults.Any(fault => fault.Rule == Duplicate)
            ? faults
            : [.. faults, .. FormLogic.Check(form).Where(more => faults.All(fault => fault.Place != more.Place))];
    }

    private void Check()
    {
        Require(
            KebabCase().IsMatch(_form.Code) && _form.Code.Length <= FormRef.LongestCode, "/code", "kebab-case",
            $"Mã biểu mẫu \"{_form.Code}\" chỉ gồm chữ thường, số và dấu gạch nối, tối đa 60 ký tự.");
        Require(_form.Version is >= 1 and <= FormRef.LastVersion, "/version", "out-of-range", "Phiên bản đánh số từ 1 đến 999.");
        Require(_form.Title.Length is > 0 and <= 300, "/title", "required", "Biểu mẫu phải có tiêu đề, tối đa 300 ký tự.");
        Require(
            _form.Version == 1 || _form.Changes.Length > 0, "/changes", "required",
            "Từ phiên bản 2 phải nêu thay đổi so với phiên bản trước.");
        Require(_form.Sections.Count > 0, "/sections", "required", "Biểu mẫu phải có ít nhất một phần.");
        Require(
            _form.Fields.Count() <= MostFields && _form.Rules.Count <= MostRules, "/sections", "too-many",
            $"Tối đa {MostFields} chỉ tiêu và {MostRules} quy tắc.");
        Distinct(_form.Sections.Select(section => section.Code), "/sections", "Hai phần trùng mã");
        Distinct(_form.Fields.Select(field => field.Code.ToString()), "/sections", "Hai chỉ tiêu trùng mã");
        Distinct(_form.Rules.Select(rule => rule.Code), "/rules", "Hai quy tắc trùng mã");
        foreach (var (index, section) in _form.Sections.Index())
        {
            Require(
                section.Title.Length is > 0 and <= 300, $"/sections/{index}/title", "required",
                "Mỗi phần phải có tiêu đề, tối đa 300 ký tự.");
            Require(
                section.Help.Length <= MostHelp, $"/sections/{index}/help", "too-long",
                $"Hướng dẫn của một phần dài tối đa {MostHelp} ký tự.");
            Require(section.Fields.Count > 0, $"/sections/{index}/fields", "required", "Mỗi phần phải có ít nhất một chỉ tiêu.");
            foreach (var (place, field) in section.Fields.Index())
            {
                Check(field, $"/sections/{index}/fields/{place}");
            }
        }

        CheckSize();
        CheckTexts();
        foreach (var (index, rule) in _form.Rules.Index())
        {
            Check(rule, $"/rules/{index}");
        }

        if (_errors.Count == 0)
        {
            _errors.AddRange(FormLogic.Check(_form));
        }

        if (_errors.Count == 0)
        {
            CheckWork();
        }
    }

    private void Check(Field field, string place)
    {
        var type = field.Type;
        Require(
            SnakeCase().IsMatch(field.Code.ToString()) && field.Code.ToString().Length <= MostCode, $"{place}/code", "snake-case",
            $"Mã chỉ tiêu \"{field.Code}\" chỉ gồm chữ thường không dấu, số và dấu gạch dưới, tối đa 60 ký tự.");
        Require(
            !Expressions.Expression.Reserved.Contains(field.Code.ToString()), $"{place}/code", "reserved",
            $"Mã chỉ tiêu \"{field.Code}\" trùng với từ của ngôn ngữ biểu thức.");
        Require(
            field.Label.Length is > 0 and <= 500, $"{place}/label", "required",
            $"Chỉ tiêu {field.Code} chưa có tên, hoặc tên dài quá 500 ký tự.");
        Require(
            field.Help.Length <= MostHelp, $"{place}/help", "too-long", $"Chỉ tiêu {field.Code}: hướng dẫn dài tối đa {MostHelp} ký tự.");
        Require(
            field.Measure.Length <= MostMeasure, $"{place}/measure", "too-long",
            $"Chỉ tiêu {field.Code}: đơn vị tính dài tối đa {MostMeasure} ký tự.");
        Require(
            Allowed(type).Contains(field.Aggregation), $"{place}/aggregation", "not-allowed",
            $"Chỉ tiêu {field.Code}: kiểu {FormWords.Of(type)} không tổng hợp được theo cách: {FormWords.Of(field.Aggregation)}.");
        CheckType(type, place, field.Code.ToString());
        if (type is FieldType.Table table)
        {
            CheckColumns(table, place);
        }

        CheckAggregation(field, place);
        Require(!field.IsDerived || (type.Bounds is not null || type is FieldType.YesNo) && field is { Required: false, MayNotApply: false }
            && field.Formula!.Length <= MostFormula,
            $"{place}/formula", "not-allowed",
            $"Chỉ tiêu {field.Code}: chỉ số và có/không tính được bằng công thức (tối đa {MostFormula} ký tự); chỉ tiêu tính thì không " +
            $"bắt buộc nhập và không có \"không áp dụng\".");
        Require(
            field.Ranked is null || type.Bounds is not null, $"{place}/ranked", "not-allowed",
            $"Chỉ tiêu {field.Code}: chỉ số mới xếp hạng được.");
        Require(
            !field.Stock || (type.Bounds is not null && !field.IsDerived), $"{place}/stock", "not-allowed",
            $"Chỉ tiêu {field.Code}: chỉ số do đơn vị nhập mới là số tại một thời điểm.");
        Require(
            !field.Desk || type is FieldType.Table or FieldType.Narrative or FieldType.Text, $"{place}/desk", "not-allowed",
            $"Chỉ tiêu {field.Code}: chỉ bảng kê và văn bản mới chuyển thành vướng mắc.");
        Require(
            !field.Opinion || field.Aggregation is AggregationMethod.List or AggregationMethod.Union, $"{place}/opinion", "not-allowed",
            $"Chỉ tiêu {field.Code}: chỉ văn bản được liệt kê và bảng kê được gộp các dòng mới là ý kiến được tiếp thu, giải trình.");
    }

    private void CheckType(FieldType type, string place, string code)
    {
        Require(type is not FieldType.Choice choice
            || (choice.Options.Count is >= 2 and <= 200
                && choice.Options.All(
                    option => OptionCode().IsMatch(option.Code) && option.Code.Length <= MostCode && option.Label.Length is > 0 and <= 300)
            && choice.Options.DistinctBy(option => option.Code).Count() == choice.Options.Count),
            $"{place}/type/options", "options",
            $"{code} cần từ 2 đến 200 lựa chọn khác nhau, mã gồm chữ thường, số, dấu gạch, tối đa {MostCode} ký tự, tên tối đa 300 ký tự.");
        Require(
            type.Bounds is not { } bounds || (bounds.Min <= bounds.Max && bounds.Scale is >= 0 and <= 6 && DigitsOf(bounds) <= MostDigits),
            $"{place}/type", "bounds", $"{code} có giới hạn không thể có, hoặc nhận số quá {MostDigits} chữ số.");
        Require(Size(type), $"{place}/type", "size", $"{code} nhận độ dài, số dòng hoặc số tệp không thể có.");
    }

    private void CheckColumns(FieldType.Table table, string place)
    {
        Require(table.Columns.Count is >= 1 and <= 30, $"{place}/type/columns", "required", "Bảng kê có từ 1 đến 30 cột.");
        Distinct(table.Columns.Select(column => column.Code), $"{place}/type/columns", "Hai cột trùng mã");
        foreach (var (index, column) in table.Columns.Index())
        {
            var at = $"{place}/type/columns/{index}";
            Require(
                SnakeCase().IsMatch(column.Code) && column.Code.Length <= MostCode && column.Label.Length is > 0 and <= 300, at,
                "snake-case",
                $"Cột \"{column.Code}\" cần mã gồm chữ thường không dấu, số và dấu gạch dưới, tối đa {MostCode} ký tự, và tên, tối đa " +
                $"300 ký tự.");
            Require(
                column.Help.Length <= MostHelp && column.Measure.Length <= MostMeasure, at, "too-long",
                $"Cột {column.Code}: hướng dẫn dài tối đa {MostHelp}, đơn vị tính {MostMeasure} ký tự.");
            Require(
                column.Type is not (FieldType.Table or FieldType.Attachment or FieldType.Narrative), $"{at}/type", "not-allowed",
                $"Cột {column.Code}: bảng kê không chứa bảng, tệp hoặc văn bản dài.");
            CheckType(column.Type, at, column.Code);
        }
    }

    internal static AggregationMethod[] Allowed(FieldType type) => type switch
    {
        FieldType.Narrative or FieldType.Text => [AggregationMethod.None, AggregationMethod.List],
        FieldType.YesNo or FieldType.Choice => [AggregationMethod.None, AggregationMethod.Tally],
        FieldType.Percent =>
            [
                AggregationMethod.None, AggregationMethod.Mean, AggregationMethod.WeightedMean, AggregationMethod.Min,
                AggregationMethod.Max, AggregationMethod.Ratio],
        FieldType.Date or FieldType.Attachment => [AggregationMethod.None],
        FieldType.Table => [AggregationMethod.None, AggregationMethod.Union],
        FieldType.Number =>
            [
                AggregationMethod.None, AggregationMethod.Sum, AggregationMethod.Mean, AggregationMethod.WeightedMean,
                AggregationMethod.Min, AggregationMethod.Max, AggregationMethod.Ratio],
        _ =>
            [
                AggregationMethod.None, AggregationMethod.Sum, AggregationMethod.Mean, AggregationMethod.WeightedMean,
                AggregationMethod.Min, AggregationMethod.Max],
    };

    private static bool Size(FieldType type) => type switch
    {
        FieldType.Narrative narrative => narrative.MaxLength is >= 1 and <= 100_000,
        FieldType.Text text => text.MaxLength is >= 1 and <= 100_000,
        FieldType.Attachment attachment => attachment.MaxFiles is >= 1 and <= 50,
        FieldType.Table table => table.MaxRows is >= 1 and <= 2_000,
        _ => true,
    };

    private void Distinct(IEnumerable<string> codes, string place, string message)
    {
        foreach (var code in codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Require(false, place, Duplicate, $"{message}: {code.Key}.");
        }
    }

    private void Require(bool holds, string place, string rule, string message)
    {
        if (!holds)
        {
            _errors.Add(new FieldError(place, rule, message));
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();

    [GeneratedRegex("^[a-z0-9]+([_-][a-z0-9]+)*$")]
    private static partial Regex OptionCode();
}
