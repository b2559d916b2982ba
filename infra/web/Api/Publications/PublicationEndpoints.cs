using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
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
    CycleAccess access, ReadPublication read, AcknowledgePublication acknowledge, IPublications publications,
    IAcknowledgements acknowledgements, FrozenPublication frozen) : IEndpoints
{
    private const string Publications = "cycles/{cycle}/publications";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Publications, ListPublications);
        api.MapGet(Publications + "/{sequence}", ReadPublication);
        api.MapGet(Publications + "/{sequence}/page", ReadPublicationPage);
        api.MapGet(Publications + "/{sequence}/docx", ReadPublicationDocx);
        api.MapGet(Publications + "/{sequence}/pdf", ReadPublicationPdf);
        api.MapPost(Publications + "/{sequence}/acknowledge", Acknowledge);
        api.MapGet(Publications + "/{sequence}/acknowledgements", ListAcknowledgements);
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

    [Operation("Một bản đã công bố, văn bản Word theo thể thức", MediaType = FrozenPublication.Docx)]
    public Task<IResult> ReadPublicationDocx(HttpRequest request, string cycle, string sequence, CancellationToken cancellation) =>
        Read(request, cycle, sequence, Rendition.Docx, cancellation);

    [Operation("Một bản đã công bố, văn bản PDF theo thể thức", MediaType = "application/pdf")]
    public Task<IResult> ReadPublicationPdf(HttpRequest request, string cycle, string sequence, CancellationToken cancellation) =>
        Read(request, cycle, sequence, Rendition.Pdf, cancellation);

    [Operation("Lãnh đạo xác nhận đã xem một bản đã công bố", typeof(IReadOnlyList<AcknowledgementView>))]
    public async Task<IResult> Acknowledge(HttpRequest request, string cycle, string sequence, CancellationToken cancellation)
    {
        var acknowledged = await acknowledge.Execute(request.Caller(), cycle, SequenceIn(sequence), cancellation);
        return acknowledged.Refusal is { } refusal ? Reply.Problem(refusal) : await Acknowledgements(acknowledged.Value, cancellation);
    }

    [Operation("Lãnh đạo nào đã xác nhận đã xem một bản đã công bố", typeof(IReadOnlyList<AcknowledgementView>))]
    public async Task<IResult> ListAcknowledgements(HttpRequest request, string cycle, string sequence, CancellationToken cancellation)
    {
        var permitted = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        var found = permitted.Refusal ?? (await read.Execute(request.Caller(), cycle, SequenceIn(sequence), cancellation));
        return found.Refusal is { } refusal ? Reply.Problem(refusal) : await Acknowledgements(found.Value, cancellation);
    }

    private async Task<Reply> Acknowledgements(PublicationFound found, CancellationToken cancellation) => Reply.Ok(
        (await acknowledgements.Of(found.Cycle.Id, found.Entry.Sequence, cancellation))
            .Select(one => new AcknowledgementView(one.Name, one.At)).ToList());

    /// <returns>0, which none has, for what is no number.</returns>
    private static int SequenceIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    private async Task<IResult> Read(
        HttpRequest request, string cycle, string sequence, Rendition rendition, CancellationToken cancellation)
    {
        var found = await read.Execute(request.Caller(), cycle, SequenceIn(sequence), cancellation);
        if (found.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        return await frozen.Send(request.HttpContext.Response, found.Value, rendition, cancellation)
            ?? Reply.Problem(PublicationRefusals.Unknown);
    }
}

public sealed record AcknowledgementView(string By, DateTimeOffset At);

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
