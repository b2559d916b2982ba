using System.Collections.Concurrent;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;

namespace VksServerless.Application.Publications;

/// <summary>The opinions that accepted reports give on a draft, each with its reply.</summary>
public sealed class ReadOpinions(ICycles cycles, IReports reports, IForms forms, IOpinionReplies replies) : IUseCase
{
    private const int ContentsAtOnce = 8;

    public async Task<CycleOpinions> Of(Cycle cycle, CancellationToken cancellation)
    {
        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        if (!form.Fields.Any(field => field.Opinion) || await cycles.Roster(cycle, cancellation) is not { } roster)
        {
            return CycleOpinions.None;
        }

        var standings = new ConcurrentBag<Standing>();
        await Parallel.ForEachAsync(
            reports.All(cycle.Id, cancellation).Select(read => read.Value).Where(obligation => obligation.IsAccepted),
            new ParallelOptions { MaxDegreeOfParallelism = ContentsAtOnce, CancellationToken = cancellation },
            async (obligation, stop) => standings.Add(await StandingOf(obligation, form, roster, stop)));
        return await With(cycle.Id, Opinion.Of(form, roster, standings), cancellation);
    }

    public async Task<CycleOpinions> Of(OpenReport open, CancellationToken cancellation) => await With(
        open.Cycle.Id,
        Opinion.Of(open.Form, open.Roster, [await StandingOf(open.Obligation, open.Form, open.Roster, cancellation)]),
        cancellation);

    private async Task<Standing> StandingOf(Obligation obligation, Form form, Roster roster, CancellationToken cancellation) =>
        Standing.Of(obligation, await reports.AcceptedContentOf(obligation, form, cancellation), form, roster);

    private async Task<CycleOpinions> With(CycleId cycle, IReadOnlyList<Opinion> opinions, CancellationToken cancellation) =>
        opinions.Count == 0 ? CycleOpinions.None : new CycleOpinions(opinions, await replies.Of(cycle, cancellation));
}
