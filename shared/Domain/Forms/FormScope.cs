using VksServerless.Forms.Expressions;

namespace VksServerless.Forms;

/// <summary>The fields of a form as its expressions can name them.</summary>
internal sealed class FormScope(Form form) : IScope
{
    private readonly Dictionary<string, Symbol> _symbols =
        form.Fields.ToDictionary(field => field.Code.ToString(), field => SymbolOf(field.Type, IsAdded(field)));

    public Symbol? Find(string name) => _symbols.GetValueOrDefault(name);

    private static Symbol SymbolOf(FieldType type, bool isAdded) => type switch
    {
        { Bounds: not null } => new Symbol.Number(isAdded),
        FieldType.YesNo => new Symbol.Truth(),
        FieldType.Choice choice => new Symbol.Choice([.. choice.Options.Select(option => option.Code)]),
        FieldType.Table table =>
            new Symbol.Table(table.Columns.ToDictionary(column => column.Code, column => SymbolOf(column.Type, isAdded: false))),
        _ => new Symbol.Other(),
    };

    /// <summary>Those whose value at one unit can be read from what the unit brings to the totals.</summary>
    private static bool IsAdded(Field field) =>
        field.Aggregation is AggregationMethod.Sum or AggregationMethod.Mean or AggregationMethod.Min or AggregationMethod.Max;
}
