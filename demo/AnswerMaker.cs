using System.Text.Json;
using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Forms.Expressions;
using VksServerless.Reports;

namespace VksServerless.Demo;

/// <summary>Makes up one unit's answers, as its sheet says and as chance will have it.</summary>
internal sealed class AnswerMaker
{
    private readonly Form _form;
    private readonly AnswerSheet _sheet;
    private readonly SheetExpressions _expressions;
    private readonly DemoUnit _unit;
    private readonly string _level;
    private readonly HashSet<FieldCode> _asked;
    private readonly Random _chances;
    private readonly SortedDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly SheetFigures _figures;

    public AnswerMaker(Form form, AnswerSheet sheet, SheetExpressions expressions, DemoUnit unit, Random chances, Background background)
    {
        (_form, _sheet, _expressions, _unit, _chances) = (form, sheet, expressions, unit, chances);
        _level = AnswerSheet.LevelOf(unit.Unit);
        _asked = [.. form.For(unit.Code, unit.Unit.Level, unit.HasSubordinates).SelectMany(section => section.Fields).Where(
            field => !field.IsDerived).Select(field => field.Code)];
        _figures = new SheetFigures(form, _answers, background);
    }

    /// <summary>Every answer but the derived. Files have yet to be attached: they are called by their number.</summary>
    public Answers Draw()
    {
        foreach (var (code, spec) in _sheet.Fields.Where(entry => _asked.Contains(FieldCode.Of(entry.Key))))
        {
            var field = _form.Find(FieldCode.Of(code))!;
            if (Draw(spec, new Slot(field.Type, field.Required, field.MayNotApply, null), []) is { } answer)
            {
                _answers[code] = answer;
            }
        }

        return new Answers(_answers);
    }

    private Answer? Draw(AnswerSpec spec, Slot slot, HashSet<string> taken)
    {
        if (spec.When is { } when && Evaluate(when).AsTruth != true)
        {
            return null;
        }

        if (_chances.NextDouble() < ShareOf(spec.NotApplicable)
            || (spec.NotApplicableWhen is { } without && Evaluate(without).AsTruth == true))
        {
            // A form of an earlier version may not know this answer; then the question is left blank, if it can be.
            if (slot.MayNotApply || !slot.Required)
            {
                return slot.MayNotApply ? new Answer.NotApplicable() : null;
            }
        }

        if (spec.First is { } first && AnswerOf(Evaluate(first), slot.Type) is { } said)
        {
            return said;
        }

        return _chances.NextDouble() < spec.Blank && !slot.Required ? null : spec switch
        {
            AnswerSpec.Range range => new Answer.Number(Between(range.Of(_level), slot.Type.Bounds!.Scale)),
            AnswerSpec.Share share =>
                Evaluate(share.Of).AsNumber is { } whole ? new Answer.Number(PartOf(whole, share, slot.Type.Bounds!)) : null,
            AnswerSpec.Formula formula => AnswerOf(Evaluate(formula.Is), slot.Type),
            AnswerSpec.Shares shares => Weighed(shares, taken) is { } key ? Said(key, slot.Type) : null,
            AnswerSpec.Texts texts =>
                texts.Of.Except(taken).ToArray() is { Length: > 0 } left ? Said(left[_chances.Next(left.Length)], slot.Type) : null,
            AnswerSpec.Dates dates => new Answer.Day(dates.From.AddDays(_chances.Next(dates.To.DayNumber - dates.From.DayNumber + 1))),
            AnswerSpec.Files files => new Answer.Files([.. Enumerable.Range(1, files.Count).Select(number => $"{number}")]),
            AnswerSpec.Below => new Answer.Number(_unit.Subordinates),
            AnswerSpec.Rows rows => Rows(rows, (FieldType.Table)slot.Type, slot.Required),
            _ => Said(slot.StandsFor!, slot.Type),
        };
    }

    private Answer.Rows? Rows(AnswerSpec.Rows spec, FieldType.Table table, bool required)
    {
        string?[] standing = spec.Each is { } each
            ? [.. each.Of.Where(code => (_answers.GetValueOrDefault(code) as Answer.Choice)?.Option == each.Answer)]
            : new string?[(int)Math.Max(required ? 1 : 0, Between(spec.Of(_level), 0))];
        var taken = spec.Columns.Keys.ToDictionary(column => column, _ => new HashSet<string>());
        var rows = standing.Select(code => Row(spec, table, code, taken)).OfType<IReadOnlyDictionary<string, Answer>>().ToList();
        return rows.Count == 0 ? null : new Answer.Rows(rows);
    }

    /// <returns>Null when nothing is left that the rows before do not say.</returns>
    private SortedDictionary<string, Answer>? Row(
        AnswerSpec.Rows spec, FieldType.Table table, string? standsFor, Dictionary<string, HashSet<string>> taken)
    {
        var cells = new SortedDictionary<string, Answer>(StringComparer.Ordinal);
        _figures.Row = (table, cells);
        foreach (var (code, cell) in spec.Columns)
        {
            var column = table.Columns.First(column => column.Code == code);
            if (Draw(cell, new Slot(column.Type, column.Required, MayNotApply: false, standsFor), taken[code]) is { } answer)
            {
                cells[code] = answer;
            }

            if (cell.Distinct && KeyOf(cells.GetValueOrDefault(code)) is var key && (key is null || !taken[code].Add(key)))
            {
                cells.Clear();
                break;
            }
        }

        _figures.Row = null;
        return cells.Count == 0 ? null : cells;
    }

    private Value Evaluate(string text) => _expressions.Evaluate(text, _figures.Row?.Table, _figures);

    private decimal Between(decimal[] bounds, int scale)
    {
        var steps = (decimal)Math.Pow(10, scale);
        return bounds[0] + (_chances.NextInt64((long)((bounds[1] - bounds[0]) * steps) + 1) / steps);
    }

    private decimal PartOf(decimal whole, AnswerSpec.Share share, NumericBounds bounds)
    {
        var steps = (decimal)Math.Pow(10, bounds.Scale);
        var part = whole * (decimal)(share.From + ((share.To - share.From) * _chances.NextDouble()));
        return Math.Clamp(decimal.Floor(part * steps) / steps, bounds.Min, bounds.Max);
    }

    private string? Weighed(AnswerSpec.Shares shares, HashSet<string> taken)
    {
        var weights = (shares.By is { } by
            ? shares.Of.GetProperty(by == "level" ? _level : KeyOf(_figures.Row?.Cells.GetValueOrDefault(by) ?? _answers[by])!) : shares.Of)
            .EnumerateObject().Select(weight => (weight.Name, Weight: weight.Value.GetDouble())).Where(
                weight => !taken.Contains(weight.Name)).ToList();
        var at = _chances.NextDouble() * weights.Sum(weight => weight.Weight);
        return weights.SkipWhile(weight => (at -= weight.Weight) >= 0).Select(weight => weight.Name).FirstOrDefault();
    }

    private double ShareOf(JsonElement share) => share.ValueKind switch
    {
        JsonValueKind.Number => share.GetDouble(),
        JsonValueKind.Object => share.GetProperty(_level).GetDouble(),
        _ => 0,
    };

    private static string? KeyOf(Answer? answer) => answer switch
    {
        Answer.Choice choice => choice.Option,
        Answer.YesNo yesNo => yesNo.Value ? "true" : "false",
        Answer.Words words => words.Text,
        _ => null,
    };

    private static Answer Said(string key, FieldType type) => type switch
    {
        FieldType.YesNo => new Answer.YesNo(key == "true"),
        FieldType.Choice => new Answer.Choice(key),
        _ => new Answer.Words(key),
    };

    private static Answer? AnswerOf(Value value, FieldType type) => value switch
    {
        Value.Number number => new Answer.Number(Math.Round(number.Amount, type.Bounds!.Scale, MidpointRounding.AwayFromZero)),
        Value.Truth truth => new Answer.YesNo(truth.Holds),
        _ => null,
    };

    /// <param name="StandsFor">Of a row that stands for a field: its code.</param>
    private readonly record struct Slot(FieldType Type, bool Required, bool MayNotApply, string? StandsFor);
}
