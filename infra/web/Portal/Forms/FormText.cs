using System.Text.RegularExpressions;
using VksServerless.Documents;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>Settings, formulas and conditions of a form as people read them.</summary>
internal static partial class FormText
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["and"] = "và",
        ["or"] = "hoặc",
        ["not"] = "không phải",
        ["true"] = "có",
        ["false"] = "không",
        ["where"] = "với dòng có",
        ["if"] = "nếu",
        ["abs"] = "giá trị tuyệt đối",
        ["round"] = "làm tròn",
        ["coalesce"] = "lấy số đầu tiên có trong",
        ["blank"] = "để trống",
        ["count"] = "đếm",
        ["sum"] = "tổng",
        ["min"] = "số nhỏ nhất",
        ["max"] = "số lớn nhất",
        ["below"] = "cấp dưới",
        ["previous"] = "kỳ trước",
        ["parts"] = "tổng các kỳ thành phần",
        ["peer_score"] = "độ lệch so với đơn vị cùng cấp",
    };

    /// <summary>What may be written in an expression besides codes: how, and what it gives.</summary>
    public static IReadOnlyList<(string Written, string Gives)> Functions { get; } =
    [
        ("a + b, a - b, a * b, a / b", "cộng, trừ, nhân, chia; chia cho 0 thì để trống"),
        ("a = b, a <> b, a < b, a <= b", "so sánh bằng, khác, nhỏ hơn, không lớn hơn"),
        ("đk and đk, đk or đk, not đk", "và, hoặc, không phải"),
        ("if(đk, a, b)", "a khi điều kiện đúng, b khi sai"),
        ("round(a, 2)", "làm tròn đến 2 chữ số thập phân"),
        ("abs(a)", "giá trị tuyệt đối"),
        ("coalesce(a, 0)", "a, hoặc 0 khi a để trống"),
        ("blank(a)", "đúng khi a để trống"),
        ("count(đk, đk)", "bao nhiêu điều kiện đúng"),
        ("count(bang where đk)", "bao nhiêu dòng của bảng kê thỏa điều kiện"),
        ("sum(bang.cot where đk)", "tổng một cột của các dòng thỏa điều kiện; tương tự min, max"),
        ("sum(below.a)", "tổng của a ở các đơn vị cấp dưới; tương tự count, min, max"),
        ("previous(a)", "a của chính đơn vị ở kỳ trước"),
        ("parts(a)", "tổng của a qua các kỳ thành phần, ví dụ 12 tháng của năm"),
        ("peer_score(a)", "a lệch bao nhiêu so với các đơn vị cùng cấp; quá 3,5 là bất thường"),
    ];

    /// <summary>A kind with its limits.</summary>
    public static string Of(FieldType type) => type switch
    {
        FieldType.Choice choice => $"{FormWords.Of(type)}: {string.Join("; ", choice.Options.Select(option => option.Label))}",
        FieldType.Table table => $"{FormWords.Of(type)}, tối đa {Written.Count(table.MaxRows)} dòng",
        FieldType.Narrative text => $"{FormWords.Of(type)}, tối đa {Written.Count(text.MaxLength)} ký tự",
        FieldType.Text text => $"{FormWords.Of(type)}, tối đa {Written.Count(text.MaxLength)} ký tự",
        FieldType.Attachment files => $"{FormWords.Of(type)}, tối đa {files.MaxFiles} tệp",
        FieldType.Number or FieldType.Percent =>
            $"{FormWords.Of(type)} từ {FigureText.Of(type.Bounds!.Min)} đến {FigureText.Of(type.Bounds.Max)}, "
            + $"{type.Bounds.Scale} chữ số thập phân",
        { Bounds: { } bounds } => $"{FormWords.Of(type)} từ {FigureText.Of(bounds.Min)} đến {FigureText.Of(bounds.Max)}",
        _ => FormWords.Of(type),
    };

    /// <summary>How the answers of many units become one figure, with what that needs.</summary>
    public static string Aggregation(Field field, Form form) => field switch
    {
        { Aggregation: AggregationMethod.WeightedMean, Weight: { } weight } =>
            $"{FormWords.Of(field.Aggregation)} theo “{LabelOf(form, weight)}”",
        { Aggregation: AggregationMethod.Ratio, Ratio: { } ratio } =>
            $"tổng “{LabelOf(form, ratio.Numerator)}” chia tổng “{LabelOf(form, ratio.Denominator)}”",
        { Aggregation: AggregationMethod.Union, Grouping.By: { Count: > 0 } by, Type: FieldType.Table table } =>
            $"{FormWords.Of(field.Aggregation)}, nhóm theo {string.Join(", ", by.Select(code => ColumnOf(table, code)))}",
        _ => FormWords.Of(field.Aggregation),
    };

    public static string Severity(Severity severity) => severity == VksServerless.Forms.Severity.Error
        ? "Lỗi, phải sửa mới nộp được"
        : "Khác thường, phải giải trình mới nộp được";

    /// <summary>Codes as what they are called, words of the language in Vietnamese: to be understood, not to be typed back.</summary>
    public static string Expression(string text, Form form)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            labels[field.Code.ToString()] = field.Label;
            foreach (var column in field.Type is FieldType.Table table ? table.Columns : [])
            {
                labels.TryAdd(column.Code, column.Label);
            }
        }

        var options = form.Fields.SelectMany(OptionsOf).DistinctBy(option => option.Code)
            .ToDictionary(option => option.Code, option => option.Label);
        return Part().Replace(text, part => part.Value[0] == '\''
            ? $"“{options.GetValueOrDefault(part.Value.Trim('\''), part.Value.Trim('\''))}”"
            : labels.TryGetValue(part.Value, out var label) ? $"“{label}”"
            : Words.GetValueOrDefault(part.Value, part.Value));
    }

    public static string LabelOf(Form form, FieldCode code) => form.Find(code)?.Label is { Length: > 0 } label ? label : code.ToString();

    private static string ColumnOf(FieldType.Table table, string code) =>
        table.Columns.FirstOrDefault(column => column.Code == code)?.Label is { } label ? $"“{label}”" : code;

    private static IEnumerable<Option> OptionsOf(Field field) => field.Type switch
    {
        FieldType.Choice choice => choice.Options,
        FieldType.Table table => table.Columns.SelectMany(column => column.Type is FieldType.Choice choice ? choice.Options : []),
        _ => [],
    };

    [GeneratedRegex("'[^']*'|[a-z][a-z0-9_]*")]
    private static partial Regex Part();
}
