using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;
using FiguresByUnit = System.Collections.Generic.IReadOnlyDictionary<
    string, System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>>;

namespace VksServerless.Application.Reports;

/// <summary>
/// Điều chỉnh khi tổng hợp: one adjustment of the sums below is put into a superior's draft or taken out, whatever else others write there.
/// All that the draft adjusts then rests on the sums that its author has seen.
/// </summary>
public sealed class ChangeAdjustments(ReportAccess access, ReportDrafts drafts, SaveDraft save, IFiguresBelow figuresBelow) : IUseCase
{
    private const int MostTries = 10;

    /// <summary>How the sums below stand: 16 hexadecimal digits.</summary>
    public static string MarkOf(FiguresByUnit below) => Sha256.Over(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        from unit in below.OrderBy(unit => unit.Key, StringComparer.Ordinal)
        from figure in unit.Value.OrderBy(figure => figure.Key, StringComparer.Ordinal)
        where figure.Value is Figure.Sum
        select string.Create(
            CultureInfo.InvariantCulture, $"{unit.Key} {figure.Key} {Exact.Normalise(((Figure.Sum)figure.Value).Total)}"))))
        .ToString()[..16];

    /// <summary>In place of what was adjusted in that field before. Faults are at /field, /amount and /reason.</summary>
    /// <param name="seen">The sums that its author has seen (<see cref="MarkOf(FiguresByUnit)"/>).</param>
    public Task<Outcome<OpenReport>> Put(
        Caller caller, string cycle, string unit, Adjustment adjustment, string seen, CancellationToken cancellation) => Change(
        caller, cycle, unit, seen, adjustment.Field,
        new JsonObject
        {
            ["field"] = adjustment.Field.ToString(),
            ["amount"] = JsonValue.Create(adjustment.Amount),
            ["reason"] = adjustment.Reason,
        },
        cancellation);

    /// <param name="seen">As for <see cref="Put"/>.</param>
    public Task<Outcome<OpenReport>> Remove(
        Caller caller, string cycle, string unit, FieldCode field, string seen, CancellationToken cancellation) =>
        Change(caller, cycle, unit, seen, field, null, cancellation);

    /// <summary>Everything stays adjusted, on the sums as they are now.</summary>
    /// <param name="seen">As for <see cref="Put"/>.</param>
    public Task<Outcome<OpenReport>> Confirm(
        Caller caller, string cycle, string unit, string seen, CancellationToken cancellation) =>
        Change(caller, cycle, unit, seen, null, null, cancellation);

    private async Task<Outcome<OpenReport>> Change(
        Caller caller, string cycle, string unit, string seen, FieldCode? field, JsonObject? adjustment, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var open = await access.Write(caller, cycle, unit, cancellation);
            if (open.Refused)
            {
                return open;
            }

            if (MarkOf(await figuresBelow.ByUnit(open.Value.Cycle.Id, open.Value.Obligation.Unit, cancellation)) != seen)
            {
                return ReportRefusals.SumsChanged;
            }

            var saved = await Save(open.Value, field, adjustment?.DeepClone().AsObject(), caller, cancellation);
            if (saved is null)
            {
                return open;
            }

            if (saved.Kind is not RefusalKind.Stale || attempt == MostTries)
            {
                return saved;
            }
        }
    }

    /// <returns>Null when it is saved.</returns>
    private async Task<Refusal?> Save(
        OpenReport open, FieldCode? field, JsonObject? adjustment, Caller caller, CancellationToken cancellation)
    {
        var stored = await drafts.Read(open, cancellation);
        var content = stored is { } draft
            ? JsonNode.Parse(draft.Value.Span)!.AsObject()
            : new JsonObject { ["answers"] = new JsonObject() };
        var others = (content["adjustments"]?.AsArray() ?? [])
            .Where(made => made!["field"]!.GetValue<string>() != field?.ToString()).Select(made => made!.DeepClone()).ToList();
        content["adjustments"] = new JsonArray(adjustment is null ? [.. others] : [.. others, adjustment]);
        content.Remove("adjustedOn");
        using var sent = JsonDocument.Parse(content.ToJsonString());
        var saved = await save.Execute(open, sent.RootElement, stored?.ETag, caller, cancellation);
        var itself = $"/adjustments/{others.Count}";
        return saved.Refusal is not { } refusal ? null : refusal with
        {
            Errors = [.. refusal.Errors.Select(error => error.Place.StartsWith($"{itself}/", StringComparison.Ordinal)
                ? error with { Place = error.Place[itself.Length..] }
                : error)],
        };
    }
}
