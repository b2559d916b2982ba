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
/// Lays on the desk what an accepted version says of difficulties: however often the event comes, in however many versions the same
/// row stands, and however it is edited, there is one (<see cref="ReportedDifficulties"/>).
/// </summary>
public sealed class RaiseFromReport(
    ICycles cycles, IReports reports, IForms forms, IDifficulties difficulties, TimeProvider clock) : IUseCase
{
    private const int PageSize = 200;
    private const int MostTries = 20;

    /// <returns>
    /// The cycle, and those that this version was the first to say, or to say so; also when the event comes again. Null when nothing is
    /// raised: difficulties of a cycle of the past were dealt with then.
    /// </returns>
    public async Task<(Cycle Cycle, IReadOnlyList<Difficulty> Raised)?> Execute(ReportAccepted accepted, CancellationToken cancellation)
    {
        if (await cycles.Read(accepted.Cycle, cancellation) is not { Value: { IsImported: false } cycle }
            || await forms.Find(cycle.Terms.Form, cancellation) is not { } form || !form.Fields.Any(field => field.Desk))
        {
            return null;
        }

        var version = (await reports.Versions(accepted.Cycle, accepted.Unit, cancellation)).Single(one => one.Number == accepted.Version);
        var content = ReportJson.Read(form, await reports.ReadContent(accepted.Cycle, accepted.Unit, version.Sha256, cancellation));
        var by = new Caller(version.ByPerson, version.ByName, Role.UnitReporter, accepted.Unit);
        var standing = await Standing(accepted, cancellation);
        if (standing.Any(one => one.SaidIn > version.Number))
        {
            return (cycle, []); // A later version has been here: this event was delayed.
        }

        var now = new List<Difficulty>();
        foreach (var (said, stands) in ReportedDifficulties.Match(FromReport.Of(form, content), standing))
        {
            now.Add(stands is null
                ? await Raise(new DifficultySource(cycle.Id, said.Field, version.Number), accepted.Unit, said.Words, by, cancellation)
                : await Reword(stands, said.Words, version.Number, by, cancellation));
        }

        return (cycle, [.. now.Where(one => one.SaidIn == version.Number)]);
    }

    /// <summary>What earlier versions of this report have laid on the desk.</summary>
    private async Task<IReadOnlyList<Difficulty>> Standing(ReportAccepted accepted, CancellationToken cancellation)
    {
        var standing = new List<Difficulty>();
        string? after = null;
        do
        {
            var page = await difficulties.List(Shelf.All with { Unit = accepted.Unit }, PageSize, after, cancellation);
            foreach (var entry in page.Items.Where(entry => entry.From is { Version: not null } from && from.Cycle == accepted.Cycle))
            {
                standing.Add((await difficulties.Find(entry.Id, cancellation))!.Value);
            }

            after = page.Continuation;
        }
        while (after is not null);
        return [.. standing.OrderBy(one => one.Raising.At).ThenBy(one => $"{one.Id}", StringComparer.Ordinal)];
    }

    /// <summary>The mail about the report tells of it; what nothing can be added to, or is closed by now, stays as it is.</summary>
    private async Task<Difficulty> Reword(
        Difficulty stands, DifficultyWords words, int version, Caller by, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries && !stands.Says(words); attempt++)
        {
            var read = (await difficulties.Find(stands.Id, cancellation))!;
            var reworded = read.Value.Reword(words, version, by, clock.GetUtcNow());
            if (reworded.Refused || await difficulties.Save(read, reworded.Value, [], cancellation))
            {
                return reworded.Refused ? read.Value : reworded.Value;
            }
        }

        return stands;
    }

    private async Task<Difficulty> Raise(
        DifficultySource from, UnitCode unit, DifficultyWords words, Caller by, CancellationToken cancellation)
    {
        var id = DifficultyId.From(from.Cycle, unit, from.Field, words.Title, words.Text);

        // No event of its own: the office hears of all that stands in a report by one mail.
        var difficulty = Difficulty.Raise(id, unit, from, words, by, clock.GetUtcNow());
        if ((await difficulties.Raise(difficulty, [], null, cancellation)).Value)
        {
            return difficulty;
        }

        var there = (await difficulties.Find(id, cancellation))!.Value;
        if (there.Says(words))
        {
            return there;
        }

        // Of these words once, and reworded since: this one is named after the version too.
        var again = DifficultyId.From(from.Cycle, unit, from.Field, words.Title, $"{words.Text}\n{from.Version}");
        var renamed = difficulty with { Id = again };
        await difficulties.Raise(renamed, [], null, cancellation);
        return (await difficulties.Find(renamed.Id, cancellation))!.Value;
    }
}
