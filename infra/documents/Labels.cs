using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Documents;

/// <summary>What fields and options are called on the page.</summary>
public static class Labels
{
    public static string WithMeasure(Field field) => field.Measure.Length == 0 ? field.Label : $"{field.Label} ({field.Measure})";

    public static string Measure(Field field) => field.Measure.Length == 0 ? Written.Nothing : field.Measure;

    public static IReadOnlyList<Option> OptionsOf(Field field) => OptionsOf(field.Type);

    public static IReadOnlyList<Option> OptionsOf(FieldType type) => type is FieldType.Choice choice
        ? choice.Options
        : [new Option("yes", "Có"), new Option("no", "Không")];

    public static string OfOption(Field field, string code) => OfOption(field.Type, code);

    public static string OfOption(FieldType type, string code) =>
        OptionsOf(type).FirstOrDefault(option => option.Code == code)?.Label ?? code;

    /// <summary>How a report stands, by the name that its state has on the wire.</summary>
    public static string OfState(string state) => state switch
    {
        "accepted" => "Đã duyệt",
        "submitted" => "Chờ duyệt",
        "returned" => "Đã trả lại",
        "withdrawn" => "Đơn vị đã rút",
        "exempt" => "Được miễn",
        _ => "Chưa nộp",
    };

    /// <summary>What the form is called: one that is mostly figures is a biểu mẫu, one that asks for reports in words a đề cương.</summary>
    public static string KindOf(Form form) => form.IsOutline ? "đề cương" : "biểu mẫu";

    /// <param name="lower">What the lowest tier is called in the period: huyện, or since July 2025 khu vực.</param>
    public static string OfLevel(UnitLevel level, string lower) => level switch
    {
        UnitLevel.Department => "Các đơn vị thuộc Viện kiểm sát nhân dân tối cao",
        UnitLevel.HighLevel => "Viện kiểm sát nhân dân cấp cao",
        UnitLevel.Military => "Viện kiểm sát quân sự",
        UnitLevel.Press => "Báo, Tạp chí",
        UnitLevel.School => "Các trường",
        UnitLevel.Province => "Viện kiểm sát nhân dân cấp tỉnh",
        UnitLevel.District => $"Viện kiểm sát nhân dân {lower}",
        _ => "Toàn Ngành",
    };

    /// <summary>As it stands in a sentence.</summary>
    public static string InBrief(UnitLevel level, string lower) => level switch
    {
        UnitLevel.Department => "đơn vị thuộc VKSND tối cao",
        UnitLevel.HighLevel => "VKSND cấp cao",
        UnitLevel.Military => "Viện kiểm sát quân sự",
        UnitLevel.Press => "báo, tạp chí",
        UnitLevel.School => "trường",
        UnitLevel.Province => "VKSND cấp tỉnh",
        UnitLevel.District => $"VKSND {lower}",
        _ => "đơn vị",
    };
}
