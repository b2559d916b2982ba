using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Difficulties;

/// <summary>
/// Lays on the desk what an accepted version says of difficulties. Each is named after its words and their place in the report:
/// however often the event comes, and in however many versions the same row stands, there is one.
/// </summary>
public sealed class RaiseFromReport(
    ICycles cycles, IReports reports, IForms forms, IDifficulties difficulties, TimeProvider clock) : IUseCase
{
    /// <returns>The cycle, and those that this version was the first to say; also when the event comes again.</returns>
    public async Task<(Cycle Cycle, IReadOnlyList<Difficulty> Raised)?> Execute(ReportAccepted accepted, CancellationToken cancellation)
    {
        if (await cycles.Read(accepted.Cycle, cancellation) is not { Value: var cycle }
            || await forms.Find(cycle.Terms.Form, cancellation) is not { } form || !form.Fields.Any(field => field.Desk))
        {
            return null;
        }

        var version = (await reports.Versions(accepted.Cycle, accepted.Unit, cancellation)).Single(one => one.Number == accepted.Version);
        var content = ReportJson.Read(form, await reports.ReadContent(accepted.Cycle, accepted.Unit, version.Sha256, cancellation));
        var by = new Caller(version.ByPerson, version.ByName, Role.UnitReporter, accepted.Unit);
        var raised = new List<Difficulty>();
        foreach (var (field, words) in FromReport.Of(form, content))
        {
            raised.Add(await Raise(new DifficultySource(cycle.Id, field, version.Number), accepted.Unit, words, by, cancellation));
        }

        return (cycle, [.. raised.Where(one => one.From?.Version == version.Number)]);
    }

    private async Task<Difficulty> Raise(
        DifficultySource from, UnitCode unit, DifficultyWords words, Caller by, CancellationToken cancellation)
    {
        var id = DifficultyId.From(from.Cycle, unit, from.Field, words.Title, words.Text);

        // No event of its own: the office hears of all that stands in a report by one mail.
        var difficulty = Difficulty.Raise(id, unit, from, words, by, clock.GetUtcNow());
        return await difficulties.Raise(difficulty, [], cancellation) ? difficulty : (await difficulties.Find(id, cancellation))!.Value;
    }
}
