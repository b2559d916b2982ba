using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Publications;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Opinions;

/// <summary>What units say of a draft: looked through, and replied to, one or many at once.</summary>
internal sealed class OpinionPages(
    CycleAccess access, ReadOpinions read, ReplyToOpinions reply, ICycles cycles, IForms forms) : IPages
{
    private const string Opinions = "cycles/{cycle}/opinions";
    private const int PageSize = 50;

    private static readonly Refusal NoKind = PublicationRefusals.ReplyInvalid(
        [new FieldError("/kind", "required", "Chọn tiếp thu hoặc giải trình.")]);

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Opinions, List);
        portal.MapPost(Opinions, Reply);
    }

    public static string AddressOf(CycleId cycle) => $"{PortalPath.Cycle(cycle)}/opinions";

    private async Task<IResult> List(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal, PortalPath.Cycles)
            : await Show(request, found.Value, TypedReply.Blank, null, cancellation);
    }

    private async Task<IResult> Show(
        HttpRequest request, Cycle cycle, TypedReply typed, Refusal? refusal, CancellationToken cancellation)
    {
        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        var roster = await cycles.Roster(cycle, cancellation) ?? new Roster([], []);
        var all = await read.Of(cycle, cancellation);
        var filter = OpinionFilter.In(request.Query);
        var found = filter.Of(all, form, roster);
        var count = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(CycleListPages.NumberOf(request.Query["page"]), 1, count);
        return PageResult.Of<OpinionsPage>(
            new
            {
                Cycle = cycle,
                Form = form,
                Roster = roster,
                All = all,
                Filter = filter,
                Opinions = (IReadOnlyList<Opinion>)[.. found.Skip((number - 1) * PageSize).Take(PageSize)],
                Total = found.Count,
                Number = number,
                Count = count,
                Replies = Permission.RunsCycles(request.Caller()) && cycle.TakesSectorText,
                Typed = typed,
                Refusal = refusal,
                Done = request.Query["done"].ToString() is { Length: > 0 and < 4 } done && done.All(char.IsAsciiDigit)
                    ? $"Đã trả lời {done} ý kiến."
                    : "",
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private async Task<IResult> Reply(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var found = await access.Run(me, cycle, cancellation);
        if (found.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, PortalPath.Cycles);
        }

        var typed = TypedReply.Of(posted);
        var ids = typed.All ? await AllOf(request, found.Value, cancellation) : typed.Ids;
        var replied = typed.Kind is { } kind ? await reply.Execute(found.Value, ids, kind, typed.Text, me, cancellation) : NoKind;
        return replied.Refusal is { } refusal
            ? await Show(request, found.Value, typed, refusal, cancellation)
            : Results.LocalRedirect(string.Create(
                CultureInfo.InvariantCulture,
                $"{AddressOf(found.Value.Id)}?{OpinionFilter.In(request.Query).Query}&done={ids.Count}"));
    }

    private async Task<IReadOnlyList<string>> AllOf(HttpRequest request, Cycle cycle, CancellationToken cancellation) =>
    [
        .. OpinionFilter.In(request.Query).Of(
            await read.Of(cycle, cancellation), (await forms.Find(cycle.Terms.Form, cancellation))!,
            await cycles.Roster(cycle, cancellation) ?? new Roster([], [])).Select(opinion => opinion.Id).Distinct(),
    ];
}

/// <summary>A reply as it was typed.</summary>
/// <param name="Ids">The opinions that were ticked.</param>
/// <param name="All">Whether it is to every opinion that the filter finds.</param>
/// <param name="Kind">Null: none was chosen.</param>
public sealed record TypedReply(IReadOnlyList<string> Ids, bool All, ReplyKind? Kind, string Text)
{
    internal static TypedReply Blank { get; } = new([], false, null, "");

    internal static TypedReply Of(IFormCollection posted) => new(
        [.. posted["id"].OfType<string>().Distinct()],
        posted["all"] == "true",
        posted["kind"].ToString() switch
        {
            "accepted" => ReplyKind.Accepted,
            "explained" => ReplyKind.Explained,
            _ => null,
        },
        posted["text"].ToString());
}
