using System.Globalization;
using Microsoft.AspNetCore.Http;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A field of a draft as it stands in the inputs of its page, and back.</summary>
public sealed class TypedField
{
    public const int MostRows = 200;

    private readonly Dictionary<string, string> _texts = [];

    /// <summary>As it was typed; of an input that was left blank, or is not on the page, the empty text.</summary>
    public string this[string name] => _texts.GetValueOrDefault(name, "");

    public bool Is(string name) => this[name] == "true";

    public IReadOnlyList<(string Code, string Label)> Options { get; private set; } = [];

    public IReadOnlyList<TypedColumn> Columns { get; private set; } = [];

    /// <summary>Codes of the columns that are added up.</summary>
    public IReadOnlyList<string> Sums { get; private init; } = [];

    /// <summary>Codes of the columns by which rows are grouped; a blank where none is chosen.</summary>
    public IReadOnlyList<string> GroupBy { get; private init; } = [];

    /// <summary>The kind that is chosen, with its usual settings.</summary>
    public FieldType Kind => FieldKinds.Of(this["kind"]);

    public static TypedField Blank(string section)
    {
        var typed = new TypedField();
        typed._texts["section"] = section;
        typed._texts["required"] = "true";
        typed.Settle(FieldKinds.All[0].Usual);
        return typed;
    }

    public static TypedField Of(IFormCollection posted)
    {
        var (codes, labels, removed) = (posted["optionCode"], posted["optionLabel"], posted["removeOption"]);
        var typed = new TypedField
        {
            Options =
            [
                .. Enumerable.Range(0, Math.Min(MostRows, labels.Count))
                    .Where(row => !removed.Contains(row.ToString(CultureInfo.InvariantCulture)))
                    .Select(row => ((codes.ElementAtOrDefault(row) ?? "").Trim(), Clean(labels[row]))),
            ],
            Columns = TypedColumn.Of(posted),
            Sums = [.. posted["sums"].OfType<string>()],
            GroupBy = [.. posted["groupBy"].OfType<string>()],
        };
        foreach (var (name, texts) in posted)
        {
            typed._texts[name] = texts is [{ } text, ..] ? Clean(text) : "";
        }

        return typed;
    }

    public static TypedField Of(FormDefinition.FieldPart field, string section)
    {
        var typed = new TypedField
        {
            Options = field.Type is FieldType.Choice choice ? [.. choice.Options.Select(option => (option.Code, option.Label))] : [],
            Columns = field.Type is FieldType.Table table ? [.. table.Columns.Select(TypedColumn.Of)] : [],
            Sums = field.Sums ?? [],
            GroupBy = field.GroupBy ?? [],
        };
        foreach (var (name, text) in new[]
        {
            ("section", section), ("code", field.Code), ("label", field.Label), ("help", field.Help ?? ""),
                ("measure", field.Measure ?? ""),
            ("required", Tick(field.Required)), ("mayNotApply", Tick(field.MayNotApply)), ("formula", field.Formula ?? ""),
            ("aggregation", field.Aggregation.ToString()), ("weight", field.Weight ?? ""), ("numerator", field.Numerator ?? ""),
            ("denominator", field.Denominator ?? ""), ("namedBy", field.NamedBy ?? ""), ("ranked", field.Ranked?.ToString() ?? ""),
            ("stock", Tick(field.Stock)), ("desk", Tick(field.Desk)), ("opinion", Tick(field.Opinion)),
        })
        {
            typed._texts[name] = text;
        }

        typed.Settle(field.Type);
        return typed;
    }

    /// <summary>With the usual settings where the kind that is chosen now has none yet, and with codes for what has a name.</summary>
    public TypedField Settled()
    {
        foreach (var (name, text) in FieldKinds.SettingsOf(Kind).Where(setting => this[setting.Name].Length == 0))
        {
            _texts[name] = text;
        }

        Options = TypedFieldReader.WithCodes(Options);
        Columns = TypedFieldReader.WithCodes(Columns);
        return this;
    }

    /// <summary>With blank rows more, for options or columns.</summary>
    public TypedField WithMoreRows()
    {
        if (Kind is FieldType.Choice)
        {
            Options = [.. Options, ("", ""), ("", ""), ("", "")];
        }
        else
        {
            Columns = [.. Columns, TypedColumn.Blank];
        }

        return this;
    }

    /// <summary>What was typed as a field, and what could not be read, each at its pointer within the field.</summary>
    internal (FormDefinition.FieldPart Field, IReadOnlyList<FieldError> Faults) Read() => new TypedFieldReader(this).Read();

    internal static string Clean(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim().Normalize();

    private static string Tick(bool holds) => holds ? "true" : "";

    private void Settle(FieldType type)
    {
        _texts["kind"] = FieldKinds.KeyOf(type);
        foreach (var (name, text) in FieldKinds.SettingsOf(type))
        {
            _texts[name] = text;
        }
    }
}
