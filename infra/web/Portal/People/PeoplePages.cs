using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.Documents.People;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.People;

/// <summary>The register of persons: looked through, changed person by person, or replaced by a file after its changes were looked at.</summary>
internal sealed class PeoplePages(IPeople people, KeepPeople keep, IDirectoryStore directories) : IPages
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("people", List);
        portal.MapGet("people/file", Download);
        portal.MapGet("people/edit", Edit);
        portal.MapPost("people/edit", Save);
        portal.MapPost("people/compare", Compare);
        portal.MapPost("people/replace", Replace);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation) =>
        !Permission.ReadsPeople(request.Caller())
            ? ReportPages.Refused(AccessRefusals.NotPermitted)
            : await ShowList(request, null, request.Query["done"].Count > 0 ? "Sổ cán bộ đã được cập nhật." : "", cancellation);

    private async Task<IResult> ShowList(HttpRequest request, Refusal? refusal, string done, CancellationToken cancellation)
    {
        var (register, etag) = await people.Read(cancellation);
        var directory = (await directories.Read(cancellation)).Value;
        var search = Search.Plain(request.Query["search"].ToString());
        var found = search.Length == 0 ? register.People : [.. register.People.Where(person => Matches(person, search, directory))];
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, pages)
            : 1;
        return PageResult.Of<PeoplePage>(
            new
            {
                People = (IReadOnlyList<Person>)[.. found.Skip((page - 1) * PageSize).Take(PageSize)],
                Total = found.Count,
                Page = page,
                Pages = pages,
                Search = request.Query["search"].ToString(),
                Directory = directory,
                Keeps = Permission.KeepsPeople(request.Caller()),
                Read = etag.ToString(),
                Refusal = refusal,
                Done = done,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private static bool Matches(Person person, string search, UnitDirectory directory) =>
        Search.Plain(person.Name).Contains(search, StringComparison.Ordinal)
        || Search.Plain(person.Id.ToString()).Contains(search, StringComparison.Ordinal)
        || person.Posts.Any(post => Search.Plain(directory.NameOf(post.Unit)).Contains(search, StringComparison.Ordinal)
            || Search.Plain(post.Unit.ToString()) == search);

    private async Task<IResult> Download(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsPeople(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var file = new MemoryStream();
        await PeopleCsv.Write((await people.Read(cancellation)).Value, file, cancellation);
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", "so-can-bo.csv");
    }

    private async Task<IResult> Edit(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsPeople(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var (register, etag) = await people.Read(cancellation);
        var person = PersonId.TryParse(request.Query["id"], out var id) ? register.Find(id) : null;
        return PageResult.Of<PersonPage>(new { Typed = TypedPerson.Of(person), IsNew = person is null, Read = etag.ToString() });
    }

    private async Task<IResult> Save(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsPeople(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = TypedPerson.Of(posted);
        var before = await people.Read(cancellation);
        var others = before.Value.Lines.Where(line => line.Id != typed.Id).ToList();
        var lines = typed.Lines(others.Count + 2).ToList();
        var read = CarriedFile.ReadIn(posted);
        var kept = posted["more"].Count > 0
            ? null
            : (await keep.Replace([.. others.Select((line, index) => line with { Number = index + 2 }), .. lines], read, false, cancellation)).Refusal;
        return posted["more"].Count == 0 && kept is null
            ? Results.LocalRedirect("/portal/people?done=true")
            : PageResult.Of<PersonPage>(
                new
                {
                    Typed = posted["more"].Count > 0 ? typed.WithAnotherPost() : typed,
                    IsNew = posted["new"] == "true",
                    Read = posted["read"].ToString(),
                    Refusal = kept,
                    FirstLine = others.Count + 2,
                },
                kept is null ? StatusCodes.Status200OK : Problems.StatusOf(kept.Kind));
    }

    private async Task<IResult> Compare(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsPeople(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        if (posted.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return await ShowList(
                request, new Refusal(RefusalKind.Invalid, "file-missing", "Chưa chọn tệp", "Hãy chọn tệp CSV của sổ cán bộ."), "", cancellation);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        content.Position = 0;
        var lines = await PeopleCsv.Read(content, cancellation);
        var compared = lines.Refusal is { } unreadable
            ? unreadable
            : await keep.Replace(lines.Value, CarriedFile.ReadIn(posted), dryRun: true, cancellation);
        return compared.Refusal is { } refusal
            ? await ShowList(request, refusal, "", cancellation)
            : PageResult.Of<PeopleComparisonPage>(new
            {
                Difference = compared.Value.Value,
                Read = posted["read"].ToString(),
                File = CarriedFile.Pack(content.ToArray()),
            });
    }

    private async Task<IResult> Replace(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsPeople(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        using var content = new MemoryStream(CarriedFile.Unpack(posted["content"].ToString(), PeopleCsv.MaxBytes));
        var lines = await PeopleCsv.Read(content, cancellation);
        var replaced = lines.Refusal is { } unreadable
            ? unreadable
            : await keep.Replace(lines.Value, CarriedFile.ReadIn(posted), dryRun: false, cancellation);
        return replaced.Refusal is { } refusal
            ? await ShowList(request, refusal, "", cancellation)
            : Results.LocalRedirect("/portal/people?done=true");
    }
}
