using System.Collections.Concurrent;
using VksServerless.Application.Forms;
using VksServerless.Forms;
using VksServerless.Forms.Expressions;

namespace VksServerless.Demo;

/// <summary>The expressions of an answer sheet, each read once. They name the form's fields and, in a table, its columns.</summary>
internal sealed class SheetExpressions(Form form)
{
    private readonly ConcurrentDictionary<(FieldType.Table? Table, string Text), Expression> _read = [];

    public Value Evaluate(string text, FieldType.Table? table, IFigures figures) =>
        _read.GetOrAdd((table, text), key => Read(key.Table, key.Text)).Evaluate(figures);

    private Expression Read(FieldType.Table? table, string text) => Expression.Parse(text, new Scope(form, table)).Match(
        expression => expression,
        refusal => throw new DemoFailedException($"answers of {form.Ref}: {text}: {refusal.Errors[0].Place}: {refusal.Errors[0].Message}"));

    private sealed class Scope(Form form, FieldType.Table? table) : IScope
    {
        public Symbol? Find(string name) =>
            table?.Columns.FirstOrDefault(column => column.Code == name) is { } column ? SymbolOf(column.Type)
            : form.Find(FieldCode.Of(name)) is { } field ? SymbolOf(field.Type)
            : null;

        private static Symbol SymbolOf(FieldType type) => type switch
        {
            { Bounds: not null } => new Symbol.Number(),
            FieldType.YesNo => new Symbol.Truth(),
            FieldType.Choice choice => new Symbol.Choice([.. choice.Options.Select(option => option.Code)]),
            FieldType.Table rows => new Symbol.Table(rows.Columns.ToDictionary(column => column.Code, column => SymbolOf(column.Type))),
            _ => new Symbol.Other(),
        };
    }
}
