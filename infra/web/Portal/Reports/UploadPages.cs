using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>
/// What the script of a section sends files to, block by block, instead of with the whole form. Answers are JSON, a refusal its message.
/// </summary>
internal sealed class UploadPages(ReportAccess access, UploadInBlocks upload, ReadReport read, TimeProvider clock) : IPages
{
    private const string Uploads = "cycles/{cycle}/reports/{unit}/uploads";

    private static readonly Refusal NotWhole = new(
        RefusalKind.Malformed, "upload-unreadable", "Không đọc được phần vừa gửi", "Phần vừa gửi bị cắt ngang; hãy gửi lại.");

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapPost(Uploads, Begin);
        portal.MapPost(Uploads + "/{id}/blocks/{block:int}", Take);
        portal.MapPost(Uploads + "/{id}/complete", Complete);
        portal.MapPost(Uploads + "/{id}/cancel", Cancel);
    }

    private async Task<IResult> Begin(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var open = await access.Write(me, cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        if (!long.TryParse(posted["length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || !Sha256.TryParse(posted["sha256"], out var sha256))
        {
            return Refused(NotWhole);
        }

        var announced = Uploaded.Announce(
            Path.GetFileName(posted["name"].ToString()), length, sha256,
            $"{open.Value.Obligation.Cycle} {open.Value.Obligation.Unit}", me, clock.GetUtcNow());
        var begun = announced.Refusal is { } unfit ? unfit : await upload.Begin(open.Value, announced.Value, me, cancellation);
        return begun.Refusal is { } refused
            ? Refused(refused)
            : Results.Json(new UploadBegun(begun.Value.Upload.File.Id, Upload.BlockLength, [.. begun.Value.Blocks.Order()]));
    }

    private async Task<IResult> Take(
        HttpRequest request, string cycle, string unit, string id, int block, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } closed)
        {
            return Refused(closed);
        }

        if (posted.Files.GetFile("block") is not { } sent)
        {
            return Refused(NotWhole);
        }

        await using var content = sent.OpenReadStream();
        return await upload.Take(open.Value, id, block, content, request.Caller(), cancellation) is { } refusal
            ? Refused(refusal)
            : Results.NoContent();
    }

    private async Task<IResult> Complete(HttpRequest request, string cycle, string unit, string id, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var open = await access.Write(me, cycle, unit, cancellation);
        if (open.Refusal is { } closed)
        {
            return Refused(closed);
        }

        var field = open.Value.Form.Fields.FirstOrDefault(asked => asked.Code.ToString() == posted["field"]);
        if (field is not { Type: FieldType.Attachment } || !open.Value.Asked.Contains(field.Code))
        {
            return Refused(NotWhole);
        }

        var attached = await upload.Complete(open.Value, id, field.Code, me, cancellation);
        if (attached.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        var now = await read.Write(me, cycle, unit, cancellation);
        return now.Refusal is { } barred ? Refused(barred) : Results.Json(new UploadDone(
            attached.Value.Id, attached.Value.FileName, FileSize.Of(attached.Value.Length),
            ChangeDraft.MarkOf(now.Value.Draft!.Content.Answers[field.Code])));
    }

    private async Task<IResult> Cancel(HttpRequest request, string cycle, string unit, string id, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        return (open.Refusal ?? await upload.Cancel(open.Value, id, request.Caller(), cancellation)) is { } refusal
            ? Refused(refusal)
            : Results.NoContent();
    }

    private static IResult Refused(Refusal refusal) =>
        Results.Json(new UploadRefused(refusal.Detail), statusCode: Problems.StatusOf(refusal.Kind));
}

/// <param name="BlockLength">Bytes of each block but the last.</param>
/// <param name="Kept">The blocks that are there, from 0.</param>
internal sealed record UploadBegun(string Id, int BlockLength, IReadOnlyList<int> Kept);

/// <param name="Size">In words.</param>
/// <param name="Mark">How the field's answer stands now (<see cref="FormNames.Before"/>).</param>
internal sealed record UploadDone(string Id, string Name, string Size, string Mark);

internal sealed record UploadRefused(string Message);
