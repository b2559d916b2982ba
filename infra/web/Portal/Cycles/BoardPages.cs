using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;
using VksServerless.Documents.Reports;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>A cycle at its address: the preview of a draft, the board, or what a unit may see of it.</summary>
internal sealed class BoardPages(
    CycleAccess access, PreviewCycle preview, ReadProgress progress, FindReports find, PendingUnitChanges pending, ICycles cycles,
    IReports reports, IForms forms, IAttachments attachments, IPublications publications, TimeProvider clock) : IPages
{
    public const int PageSize = 50;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("cycles/{cycle}", Show);
        portal.MapGet("cycles/{cycle}/reports.csv", Download);
    }

    internal static BoardFilter FilterIn(IQueryCollection query) => new(
        query["tier"].ToString(),
        query["state"].ToString() is { Length: > 0 } state && CycleWords.States.Any(known => known.State == state)
            ? state
            : ReportFilter.Owing,
        query["superior"].ToString(),
        query["search"].ToString() is var search && search.Length > 200 ? search[..200] : search);

    private async Task<IResult> Show(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var me = request.Caller();
        var found = await access.Read(me, cycle, cancellation);
        return found.Refusal is { } refusal ? ReportPages.Refused(refusal, PortalPath.Cycles)
            : found.Value.IsDraft ? await ShowDraft(request, found.Value, cancellation)
            : Permission.ReadsPublications(me) ? await ShowBoard(request, found.Value, cancellation)
            : await ShowUnit(me, found.Value, cancellation);
    }

    private async Task<IResult> ShowDraft(HttpRequest request, Cycle draft, CancellationToken cancellation)
    {
        var seen = await preview.Execute(draft, cancellation);
        var search = request.Query["search"].ToString();
        var units = seen.Roster.Participants.Where(new ReportFilter(null, "", null, search).Includes).ToList();
        var count = Math.Max(1, (units.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(CycleListPages.NumberOf(request.Query["page"]), 1, count);
        return PageResult.Of<DraftPage>(new
        {
            Draft = draft,
            Preview = seen,
            Documents = await attachments.List(draft.Id, UnitCode.Sector, cancellation),
            Units = (IReadOnlyList<Participant>)[.. units.Skip((number - 1) * PageSize).Take(PageSize)],
            Search = search,
            Number = number,
            Count = count,
            Done = request.Query["done"] == "saved" ? "Đã lưu dự thảo." : "",
        });
    }

    private async Task<IResult> ShowBoard(HttpRequest request, Cycle cycle, CancellationToken cancellation)
    {
        var roster = await cycles.Roster(cycle, cancellation);
        var filter = FilterIn(request.Query);
        var after = UnitCode.TryParse(request.Query["after"], out var last) ? last : (UnitCode?)null;
        var list = roster is null
            ? new FoundReports([], null)
            : await find.Execute(cycle.Id, roster, filter.ToReports(), after, PageSize, cancellation);
        var runs = Permission.RunsCycles(request.Caller());
        var form = await forms.Find(cycle.Terms.Form, cancellation);
        return PageResult.Of<BoardPage>(new
        {
            View = new BoardView(
                cycle,
                form?.Title ?? "",
                roster ?? new Roster([], []),
                roster is null || cycle.OpenedAt is null ? null : await progress.Execute(cycle.Id, roster, cancellation),
                filter,
                list.Reports,
                list.After,
                runs ? await pending.Execute(cycle, cancellation) : [],
                await Published(cycle, cancellation),
                runs,
                clock.GetUtcNow())
            {
                Documents = await attachments.List(cycle.Id, UnitCode.Sector, cancellation),
                AsksOpinions = form?.Fields.Any(field => field.Opinion) is true,
            },
            IsFirst = after is null,
            Done = DoneText(request.Query["done"].ToString(), request.Query["count"].ToString(), cycle),
        });
    }

    private async Task<IResult> ShowUnit(Caller me, Cycle cycle, CancellationToken cancellation)
    {
        var roster = await cycles.Roster(cycle, cancellation) ?? new Roster([], []);
        var own = new List<Obligation>();
        foreach (var unit in cycle.SucceededBy(me.Unit).Prepend(me.Unit))
        {
            if (await reports.Find(cycle.Id, unit, cancellation) is { Value: var obligation })
            {
                own.Add(obligation);
            }
        }

        return PageResult.Of<UnitCyclePage>(new
        {
            Cycle = cycle,
            FormTitle = (await forms.Find(cycle.Terms.Form, cancellation))?.Title ?? "",
            Own = (IReadOnlyList<Obligation>)own,
            Roster = roster,
            Below = roster.HasSubordinates(me.Unit),
            Documents = await attachments.List(cycle.Id, UnitCode.Sector, cancellation),
            Publications = Permission.ReadsPublished(me, cycle, roster) ? await Published(cycle, cancellation) : [],
            Now = clock.GetUtcNow(),
        });
    }

    private async Task<IResult> Download(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal, PortalPath.Cycles);
        }

        var (id, filter) = (found.Value.Id, FilterIn(request.Query).ToReports());
        var roster = await cycles.Roster(found.Value, cancellation) ?? new Roster([], []);
        return Results.Stream(
            file => ReportsCsv.Write(find.All(id, roster, filter, null, cancellation), roster, file, cancellation),
            "text/csv; charset=utf-8",
            $"bao-cao-{id}.csv");
    }

    private async Task<IReadOnlyList<PublicationEntry>> Published(Cycle cycle, CancellationToken cancellation) =>
        cycle.Phase is CyclePhase.Published || cycle.Correcting is not null ? await publications.Of(cycle.Id, cancellation) : [];

    private static string DoneText(string done, string count, Cycle cycle) => done switch
    {
        _ when CycleDeed.Find(done, cycle) is { } deed => deed.Done,
        _ when count.Length is > 0 and < 7 && count.All(char.IsAsciiDigit) => UnitDeed.Done(done, count),
        _ => "",
    };
}
