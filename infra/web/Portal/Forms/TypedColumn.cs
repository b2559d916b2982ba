using System.Globalization;
using Microsoft.AspNetCore.Http;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A column of a table as it stands in its inputs.</summary>
/// <param name="Settings">By name: min, max, scale, maxLength.</param>
/// <param name="Options">Of a choice: an option a line, its name, or "code = name".</param>
public sealed record TypedColumn(
    string Code, string Label, string Kind, string Measure, string Help, bool Required, IReadOnlyDictionary<string, string> Settings,
    string Options)
{
    private const int Most = 30;

    private static readonly string[] Names = ["min", "max", "scale", "maxLength"];

    public static TypedColumn Blank { get; } = new("", "", "text", "", "", false, new Dictionary<string, string>(), "");

    public FieldType Type => FieldKinds.Of(Kind);

    public bool IsBlank => Code.Length + Label.Length + Measure.Length + Help.Length + Options.Length == 0;

    /// <summary>Of a setting what stands in its input: what was typed, else what is usual.</summary>
    public string Setting(string name) => Settings.GetValueOrDefault(name) is { Length: > 0 } typed
        ? typed
        : FieldKinds.SettingsOf(Type).FirstOrDefault(setting => setting.Name == name).Text ?? "";

    public static IReadOnlyList<TypedColumn> Of(IFormCollection posted)
    {
        var count = int.TryParse(posted["columns"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var removed = posted["removeColumn"];
        return
        [
            .. Enumerable.Range(0, Math.Min(count, Most + 10))
                .Where(column => !removed.Contains(column.ToString(CultureInfo.InvariantCulture)))
                .Select(column => Of(part => TypedField.Clean(posted[$"c.{column}.{part}"]))),
        ];
    }

    public static TypedColumn Of(Column column) => new(
        column.Code, column.Label, FieldKinds.KeyOf(column.Type), column.Measure, column.Help, column.Required,
        FieldKinds.SettingsOf(column.Type).ToDictionary(setting => setting.Name, setting => setting.Text),
        column.Type is FieldType.Choice choice ? string.Join('\n', choice.Options.Select(option => $"{option.Code} = {option.Label}"))
            : "");

    private static TypedColumn Of(Func<string, string> part) => new(
        part("code"), part("label"), part("kind"), part("measure"), part("help"), part("required") == "true",
        Names.ToDictionary(setting => setting, part), part("options"));
}
