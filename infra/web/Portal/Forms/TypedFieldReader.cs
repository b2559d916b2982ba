using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>Reads the settings of a field as people type them; what does not fit its kind is left out.</summary>
internal sealed class TypedFieldReader(TypedField typed)
{
    private readonly List<FieldError> _faults = [];

    public (FormDefinition.FieldPart Field, IReadOnlyList<FieldError> Faults) Read()
    {
        var kind = typed.Kind;
        var type = kind switch
        {
            FieldType.Choice => new FieldType.Choice(
                [.. WithCodes(typed.Options).Where(option => option.Label.Length + option.Code.Length > 0)
                .Select(option => new Option(option.Code, option.Label))]),
            FieldType.Table => new FieldType.Table(Columns(), Whole(name => typed[name], "maxRows", "/type/maxRows", 200)),
            _ => TypeOf(kind, name => typed[name], "/type"),
        };
        var computes = type.Bounds is not null || type is FieldType.YesNo;
        var method = Enum.TryParse<AggregationMethod>(typed["aggregation"], out var chosen) && FormWords.MethodsFor(type).Contains(chosen)
            ? chosen
            : AggregationMethod.None;
        var unites = method == AggregationMethod.Union;
        var formula = computes && typed["formula"].Length > 0 ? typed["formula"] : null;
        return (new FormDefinition.FieldPart(
            typed["code"], typed["label"], type, OrNull(typed["help"]), typed.Is("required") && formula is null, OrNull(typed["measure"]),
            method, formula, typed.Is("mayNotApply") && formula is null,
            method == AggregationMethod.WeightedMean ? OrNull(typed["weight"]) : null,
            method == AggregationMethod.Ratio ? OrNull(typed["numerator"]) : null,
            method == AggregationMethod.Ratio ? OrNull(typed["denominator"]) : null,
            unites ? OrNull(typed.GroupBy.Where(code => code.Length > 0).Distinct()) : null,
            unites ? OrNull(typed.Sums) : null,
            type.Bounds is not null && Enum.TryParse<Ranked>(typed["ranked"], out var end) ? end : null,
            typed.Is("desk") && type is (FieldType.Table or FieldType.Narrative or FieldType.Text),
            typed.Is("stock") && type.Bounds is not null && formula is null,
            unites ? OrNull(typed["namedBy"]) : null,
            typed.Is("opinion") && method is (AggregationMethod.List or AggregationMethod.Union)), _faults);
    }

    /// <summary>What has a name and no code gets one from the name.</summary>
    public static IReadOnlyList<(string Code, string Label)> WithCodes(IReadOnlyList<(string Code, string Label)> options)
    {
        var taken = options.Select(option => option.Code).ToList();
        return
        [
            .. options.Select(option =>
            {
                if (option is { Code.Length: > 0 } or { Label.Length: 0 })
                {
                    return option;
                }

                taken.Add(CodeProposal.ForPart(option.Label, taken));
                return option with { Code = taken[^1] };
            }),
        ];
    }

    public static IReadOnlyList<TypedColumn> WithCodes(IReadOnlyList<TypedColumn> columns) =>
    [
        .. WithCodes([.. columns.Select(column => (column.Code, column.Label))])
            .Select((coded, index) => columns[index] with { Code = coded.Code }),
    ];

    private List<Column> Columns() =>
    [
        .. WithCodes(typed.Columns).Index().Where(column => !column.Item.IsBlank).Select(column => new Column(
            column.Item.Code, column.Item.Label, ColumnType(column.Item, $"/type/columns/{column.Index}/type"), column.Item.Help,
            column.Item.Required, column.Item.Measure)),
    ];

    private FieldType ColumnType(TypedColumn column, string place) => column.Type is FieldType.Choice
        ? new FieldType.Choice([.. WithCodes([.. column.Options.Split('\n', StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries).Take(TypedField.MostRows).Select(OptionIn)])
            .Select(option => new Option(option.Code, option.Label))])
        : TypeOf(column.Type, column.Setting, place);

    /// <summary>"giu = Giữ nguyên", or the name alone.</summary>
    private static (string Code, string Label) OptionIn(string line) =>
        line.Split('=', 2, StringSplitOptions.TrimEntries) is [var code, var label]
        ? (code, label)
        : ("", line);

    private FieldType TypeOf(FieldType kind, Func<string, string> setting, string place)
    {
        switch (kind)
        {
            case FieldType.Narrative usual:
                return new FieldType.Narrative(Whole(setting, "maxLength", $"{place}/maxLength", usual.MaxLength));
            case FieldType.Text usual:
                return new FieldType.Text(Whole(setting, "maxLength", $"{place}/maxLength", usual.MaxLength));
            case FieldType.Attachment usual:
                return new FieldType.Attachment(Whole(setting, "maxFiles", $"{place}/maxFiles", usual.MaxFiles));
            case { Bounds: { } usual }:
                var scale = FieldKinds.HasScale(kind) ? Whole(setting, "scale", $"{place}/scale", usual.Scale) : 0;
                var (min, max) = (Bound("min", usual.Min), Bound("max", usual.Max));
                return kind switch
                {
                    FieldType.Integer => new FieldType.Integer((long)min, (long)max),
                    FieldType.Number => new FieldType.Number(min, max, scale),
                    FieldType.Money => new FieldType.Money(min, max),
                    _ => new FieldType.Percent(min, max, scale),
                };
                decimal Bound(string name, decimal stands) =>
                    Number(setting(name), new NumericBounds(0, 0, scale), $"{place}/{name}", stands, kind is FieldType.Integer);
            default:
                return kind;
        }
    }

    private decimal Number(string text, NumericBounds bounds, string place, decimal usual, bool whole)
    {
        var read = TypedNumber.Read(text, bounds);
        if (read.Refusal is { } unreadable)
        {
            _faults.Add(new FieldError(place, "unreadable", unreadable.Detail));
            return usual;
        }

        if (whole && read.Value is { } large && Math.Abs(large) > long.MaxValue)
        {
            _faults.Add(new FieldError(place, "unreadable", "Số này quá lớn."));
            return usual;
        }

        return read.Value ?? usual;
    }

    private int Whole(Func<string, string> setting, string name, string place, int usual) =>
        (int)Math.Clamp(Number(setting(name), new NumericBounds(0, 0, 0), place, usual, whole: true), -1, int.MaxValue);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static List<string>? OrNull(IEnumerable<string> many) => many.ToList() is { Count: > 0 } all ? all : null;
}
