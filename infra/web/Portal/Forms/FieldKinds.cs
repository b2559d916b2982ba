using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>The kinds of questions as a list to choose from, each with its usual settings.</summary>
internal static class FieldKinds
{
    /// <summary>By the name in an input.</summary>
    public static IReadOnlyList<(string Key, FieldType Usual)> All { get; } =
    [
        ("integer", new FieldType.Integer()), ("decimal", new FieldType.Number()), ("money", new FieldType.Money()),
        ("percent", new FieldType.Percent()), ("yes-no", new FieldType.YesNo()), ("choice", new FieldType.Choice([])),
        ("text", new FieldType.Text()), ("narrative", new FieldType.Narrative()), ("date", new FieldType.Date()),
        ("attachment", new FieldType.Attachment()), ("table", new FieldType.Table([])),
    ];

    public static IEnumerable<(string Key, FieldType Usual)> OfColumns =>
        All.Where(kind => kind.Usual is not (FieldType.Narrative or FieldType.Attachment or FieldType.Table));

    public static FieldType Of(string key) => All.FirstOrDefault(kind => kind.Key == key).Usual ?? All[0].Usual;

    public static string KeyOf(FieldType type) => All.First(kind => kind.Usual.GetType() == type.GetType()).Key;

    /// <summary>What stands in the inputs of its settings, by their names.</summary>
    public static IEnumerable<(string Name, string Text)> SettingsOf(FieldType type)
    {
        switch (type)
        {
            case FieldType.Narrative narrative:
                yield return ("maxLength", Whole(narrative.MaxLength));
                break;
            case FieldType.Text text:
                yield return ("maxLength", Whole(text.MaxLength));
                break;
            case FieldType.Attachment files:
                yield return ("maxFiles", Whole(files.MaxFiles));
                break;
            case FieldType.Table table:
                yield return ("maxRows", Whole(table.MaxRows));
                break;
            case { Bounds: { } bounds }:
                yield return ("min", Number(bounds.Min, bounds));
                yield return ("max", Number(bounds.Max, bounds));
                yield return ("scale", Whole(bounds.Scale));
                break;
        }
    }

    public static bool HasScale(FieldType type) => type is FieldType.Number or FieldType.Percent;

    private static string Whole(int number) => number.ToString("#,0", Vietnamese.Culture);

    /// <summary>As it can be typed back: 1.000 alone could be two numbers where decimals are taken.</summary>
    private static string Number(decimal number, NumericBounds bounds) => Math.Abs(number) < 1000 && number == decimal.Truncate(number)
        ? Whole((int)number)
        : TypedNumber.Write(number, bounds);
}
