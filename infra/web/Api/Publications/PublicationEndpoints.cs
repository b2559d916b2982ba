using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Cycles;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Publications;
using VksServerless.Web.Api.Cycles;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Publications;

/// <summary>What has been published of a cycle, as it was frozen.</summary>
public sealed class PublicationEndpoints(
    CycleAccess access, ReadPublication read, IPublications publications, FrozenPublication frozen) : IEndpoints
{
    private const string Publications = "cycles/{cycle}/publications";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Publications, ListPublications);
        api.MapGet(Publications + "/{sequence}", ReadPublication);
        api.MapGet(Publications + "/{sequence}/page", ReadPublicationPage);
    }

    [Operation("Các bản đã công bố của kỳ báo cáo", typeof(IReadOnlyList<PublicationView>))]
    public async Task<IResult> ListPublications(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.ReadPublished(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var all = await publications.Of(found.Value.Id, cancellation);
        return Reply.Ok(all.Select(entry => PublicationView.Of(entry, all[^1])).ToList());
    }

    [Operation("Một bản đã công bố, dạng JSON", typeof(Publication))]
    public Task<IResult> ReadPublication(HttpRequest request, string cycle, string sequence, CancellationToken cancellation) =>
        Read(request, cycle, sequence, Rendition.Json, cancellation);

    [Operation("Một bản đã công bố, trang đọc được", MediaType = "text/html")]
    public Task<IResult> ReadPublicationPage(HttpRequest request, string cycle, string sequence, CancellationToken cancellation) =>
        Read(request, cycle, sequence, Rendition.Html, cancellation);

    private async Task<IResult> Read(
        HttpRequest request, string cycle, string sequence, Rendition rendition, CancellationToken cancellation)
    {
        _ = int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted);
        var found = await read.Execute(request.Caller(), cycle, wanted, cancellation);
        if (found.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        return await frozen.Send(request.HttpContext.Response, found.Value, rendition, cancellation)
            ?? Reply.Problem(PublicationRefusals.Unknown);
    }
}

/// <param name="Corrects">Number of the publication that it corrects.</param>
/// <param name="ReplacedBy">The newest publication of the cycle, when it is another one.</param>
public sealed record PublicationView(
    PublicationNumber Number, int Sequence, DateTimeOffset PublishedAt, string Digest, IReadOnlyList<ApprovalView> Approvals,
    PublicationNumber? Corrects, PublicationNumber? ReplacedBy)
{
    public static PublicationView Of(PublicationEntry entry, PublicationEntry newest) => new(
        entry.Number, entry.Sequence, entry.At, entry.Digest.ToString(),
        [.. entry.Approvals.Select(approval => new ApprovalView(approval.Name, approval.At))], entry.Correction?.Of,
        newest == entry ? null : newest.Number);
}
