using Deque.AxeCore.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

/// <summary>Every page there is, by a machine that finds what hinders people, and at the width of a phone.</summary>
/// <remarks>
/// A quarter of the pages, all of them with ./test.sh --long.
/// Where the variable VKS_PICTURES names a folder, each page is kept there as a picture at both widths.
/// </remarks>
public class Looking_at_every_page(ABrowser browser, ASectorAtWork sector) : IClassFixture<ABrowser>, IClassFixture<ASectorAtWork>
{
    private const int Desk = 1366;
    private const int Phone = 390;
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("VKS_PICTURES");

    /// <summary>Files, what only leads on, and the published document, in which no script runs (Looking_at_the_pages has it).</summary>
    private static readonly string[] NoPages =
    [
        "portal/publications/{cycle}/{sequence}/page", "portal/publications/{cycle}/{sequence}/docx",
        "portal/publications/{cycle}/{sequence}/pdf", "portal/cycles/{cycle}/sector-report/docx",
        "portal/cycles/{cycle}/reports/{unit}/workbook/file",
        "portal/cycles/{cycle}/reports.csv", "portal/people/file", "portal/units/file", "portal/cycles/{cycle}/documents/{id}",
        "portal/delegations/{id}/revoke", "portal/publications/{cycle}",
        "portal/publications/{cycle}/{sequence}/data", "portal/cycles/{cycle}/sector-report/documents/{id}",
        "portal/cycles/{cycle}/reports/{unit}/files/{id}", "portal/sign-in/start", "portal/held", "portal/signed-in", "portal/signed-out",
    ];

    private IEnumerable<(string Person, string Path)> Pages
    {
        get
        {
            const string form = ASectorAtWork.FormDraft;
            var (collecting, waiting, published, draft) = (sector.Collecting, sector.Waiting, sector.Published, sector.Draft);
            yield return ("", "/portal/sign-in");
            foreach (var path in (string[])["/portal", $"/portal/{collecting.ReportOf("T84-CN")}", "/portal/post",
                $"/portal/{collecting.ReportOf("T84-CN")}/sections/dau_tu", $"/portal/{collecting.ReportOf("T84-CN")}/check",
                $"/portal/{collecting.ReportOf("T84-CN")}/print", $"/portal/{collecting.ReportOf("T84-CN")}/workbook", $"/portal/{collecting.ReportOf("T84-CN")}/versions/1",
                $"/portal/{collecting.ReportOf("T84-CN")}/versions/1/receipt"])
            {
                yield return ("reporter-T84-CN", path);
            }

            yield return ("head-V14", "/portal");
            yield return ("head-V14", $"/portal/{collecting.ReportOf("V14")}/sign");
            foreach (var path in (string[])["/portal", $"/portal/{collecting.Path}/reports",
                $"/portal/{collecting.ReportOf("T84-CL")}/review", $"/portal/{collecting.Path}/totals/T84"])
            {
                yield return ("head-T84", path);
            }

            foreach (var path in (string[])["/portal", "/portal/cycles", "/portal/cycles/new", $"/portal/{draft.Path}", $"/portal/{draft.Path}/edit", $"/portal/{draft.Path}/start",
                $"/portal/{collecting.Path}", $"/portal/{collecting.Path}/units/extend?unit=T84-CL", $"/portal/{collecting.Path}/units/remind?unit=T84",
                $"/portal/{collecting.Path}/units/exempt?unit=T84", $"/portal/{collecting.Path}/close", $"/portal/{collecting.Path}/cancel",
                $"/portal/{published.Path}", $"/portal/{published.Path}/correct", $"/portal/{waiting.Path}/sector-report", "/portal/mails",
                $"/portal/{published.Path}/totals/VKSTC", $"/portal/{published.Path}/comparison/VKSTC", "/portal/people"])
            {
                yield return ("centre", path);
            }

            foreach (var path in (string[])["/portal", $"/portal/{waiting.Path}/approval", $"/portal/{waiting.Path}/approval/confirm",
                "/portal/publications", $"/portal/publications/{published.Id}/1"])
            {
                yield return ("leader-2", path);
            }

            foreach (var path in (string[])["/portal/forms", "/portal/forms/new", "/portal/forms/an-hinh-su-thang/2",
                "/portal/forms/an-hinh-su-thang/2/preview?unit=T84", form, $"{form}/settings", $"{form}/new-section", $"{form}/sections/truy_to",
                $"{form}/sections/truy_to/remove", $"{form}/sections/truy_to/new-field", $"{form}/fields/b_ton_dau_vu", $"{form}/fields/b_ton_dau_vu/remove",
                $"{form}/new-rule", $"{form}/rules/b_can_doi_vu", $"{form}/rules/b_can_doi_vu/remove", $"{form}/try", $"{form}/publish", $"{form}/drop",
                "/portal/difficulties", $"/portal/difficulties/{sector.Difficulty}", "/portal/units", "/portal/units/T84", "/portal/calendars",
                "/portal/calendars/2018", "/portal/calendars/2018/edit", "/portal/series", "/portal/series/new", "/portal/series/thang",
                "/portal/series/thang/edit", "/portal/series/thang/stop", $"/portal/{draft.Path}/documents", $"/portal/{collecting.Path}/opinions"])
            {
                yield return ("centre", path);
            }

            yield return ("reporter-T84-CL", "/portal/difficulties/new");
            yield return ("reporter-T84-CL", "/portal/guides");
            yield return ("reporter-T84-CL", "/portal/guides/can-bo");
            yield return ("head-T84", "/portal/delegations");
            yield return ("head-T84", $"/portal/{published.Path}/consolidation/T84");
            yield return ("inspector", $"/portal/{published.Path}/inspections");
            yield return ("inspector", $"/portal/{published.ReportOf("T84")}/versions/1");
            yield return ("operator", "/portal/operations");
            yield return ("administrator", "/portal/units/edit?code=T84");
            yield return ("administrator", "/portal/units/changes");
            yield return ("administrator", "/portal/units/changes/new");
            yield return ("administrator", "/portal/units/changes/shipped/2025-07-01");
            yield return ("administrator", "/portal/people");
            yield return ("administrator", "/portal/people/edit?id=head-T84");
            yield return ("operator", "/portal");
            yield return ("inspector", "/portal");
            yield return ("reporter-T84-CL", "/portal/cycles/k000000000000000");
        }
    }

    [Fact]
    public async Task Finds_nothing_that_hinders_people_and_nothing_wider_than_a_phone()
    {
        var wrong = new List<string>();
        var pages = TheHouse.IsLong ? Pages : Pages.Where((_, number) => number % 4 == 0);
        foreach (var group in pages.GroupBy(page => page.Person))
        {
            await using var visitor = await browser.Visit(sector.Host.Address, Desk);
            if (group.Key.Length > 0)
            {
                await visitor.SignIn(group.Key);
            }

            foreach (var (person, path) in group)
            {
                await visitor.Page.SetViewportSizeAsync(Desk, 900);
                await visitor.Page.GotoAsync(path);
                wrong.AddRange((await visitor.Page.RunAxe()).Violations.Select(
                    found => $"{path} ({person}): {found.Id} at {string.Join("; ", found.Nodes.Take(3).Select(node => node.Target))}"));
                await Keep(visitor, person, path, Desk);
                await visitor.Page.SetViewportSizeAsync(Phone, 844);
                var overflow = await visitor.Overflow();
                if (overflow > 0)
                {
                    wrong.Add($"{path} ({person}): {overflow} px wider than a phone");
                }

                await Keep(visitor, person, path, Phone);
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_no_page_out()
    {
        var looked = Pages.Select(page => page.Path.Split('?')[0].Trim('/')).ToList();

        PortalRoutes.Of(sector.Host).Where(route => route.Method == "GET" && !NoPages.Contains(route.Pattern))
            .Select(route => route.Pattern)
            .Where(pattern => !looked.Any(path => PortalRoutes.Matches(pattern, path)))
            .ShouldBeEmpty();
    }

    private static async Task Keep(Visitor visitor, string person, string path, int width)
    {
        if (Pictures is not null)
        {
            var name = string.Concat($"{path.Trim('/')}-{person}".Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
