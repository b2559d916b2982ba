using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.People;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Documents.Welcome;
using VksServerless.Figures;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Server.Access;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Server.Pages;

/// <summary>Gathers what the first page shows to a visitor: the cycles and publications that this person may see.</summary>
internal sealed class FirstPage(
    BrowserSession session, IDirectoryStore directories, ICycles cycles, IReports reports, ITotals totals, IPublications publications)
{
    private const int CyclesShown = 50;

    private static readonly WelcomeLink[] Links =
    [
        new("Thư đã gửi", "/mails", "Thư mở kỳ, đôn đốc, biên nhận, trả lại, công bố. Dành cho Cục 2, Thanh tra và vận hành."),
        new("Danh bạ đơn vị", "/api/units?size=1000", "Dữ liệu JSON của API: mã, tên, cấp trên của từng đơn vị."),
        new("Mô tả API", "/api/openapi.json", "OpenAPI 3.1: mọi đường dẫn, tham số và kiểu dữ liệu."),
    ];

    /// <param name="notice">Why the reader is here; empty: he wanted to.</param>
    public async Task<ReadOnlyMemory<byte>> Render(HttpRequest request, string notice, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        var person = session.PersonOf(request, directory);
        var seen = person is null ? [] : await Visible(person.Caller, cancellation);
        var lines = new List<CycleLine>();
        var published = new List<(DateTimeOffset At, PublicationLine Line)>();
        foreach (var cycle in seen)
        {
            lines.Add(await Line(cycle, person!.Caller, cancellation));
            if (Permission.ReadsPublications(person.Caller))
            {
                published.AddRange(
                    (await publications.Of(cycle.Id, cancellation)).Select(entry => (entry.At, PublicationLine.Of(entry, cycle))));
            }
        }

        return WelcomePage.Render(new WelcomeModel(
            "/sign-in",
            "/sign-out",
            person?.Name ?? "",
            notice,
            [.. People(directory).Select(sample => new Documents.Welcome.SamplePerson(
                sample.Id, sample.Name, RoleName(sample.Role), directory.NameOf(sample.Unit)))],
            Links,
            person is null ? null : lines,
            [.. published.OrderByDescending(publication => publication.At).Select(publication => publication.Line)]));
    }

    private async Task<IReadOnlyList<Cycle>> Visible(Caller caller, CancellationToken cancellation)
    {
        var all = new List<Cycle>();
        string? continuation = null;
        do
        {
            var page = await cycles.List(200, continuation, cancellation);
            all.AddRange(page.Items.Where(cycle => Permission.ReadsCycle(caller, cycle.IsDraft)));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return [.. all.OrderByDescending(cycle => cycle.CreatedAt).Take(CyclesShown)];
    }

    private async Task<CycleLine> Line(Cycle cycle, Caller caller, CancellationToken cancellation)
    {
        if (cycle.IsDraft)
        {
            return CycleLine.Of(cycle, null, null);
        }

        if (Permission.ReadsPublications(caller))
        {
            return CycleLine.Of(cycle, null, await Below(cycle.Id, UnitCode.Sector, cancellation));
        }

        return CycleLine.Of(
            cycle, (await reports.Find(cycle.Id, caller.Unit, cancellation))?.Value, await Below(cycle.Id, caller.Unit, cancellation));
    }

    private async Task<Completeness> Below(CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        NodeTotal.Of(node, await totals.Children(cycle, node, cancellation)).Completeness;

    private static IEnumerable<Access.SamplePerson> People(UnitDirectory directory) => SamplePeople.Central.Concat(
        directory.Units.Where(unit => unit.Code.ToString() is "VP" or "T84" or "T84-CL").SelectMany(
            unit => new[] { SamplePeople.ReporterOf(unit), SamplePeople.HeadOf(unit) }));

    private static string RoleName(string role) => role switch
    {
        "centre" => "Cục 2, trung tâm",
        "leadership" => "Lãnh đạo",
        "inspector" => "Thanh tra",
        "administrator" => "Quản trị danh bạ",
        "operator" => "Vận hành",
        "unit-head" => "Thủ trưởng đơn vị",
        _ => "Cán bộ tổng hợp",
    };
}
