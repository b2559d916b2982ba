using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Publications;
using VksServerless.Publications;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Publications;

/// <summary>What the centre itself writes into the sector report, by section.</summary>
public sealed class SectorTextEndpoints(CycleAccess access, ISectorTexts texts, WriteSectorText write) : IEndpoints
{
    private const string Text = "cycles/{cycle}/sector-text";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Text, ReadText);
        api.MapPut(Text, WriteText);
    }

    [Operation("Lời của cơ quan tổng hợp trong báo cáo toàn Ngành, theo phần của biểu mẫu", typeof(SectorTextView))]
    public async Task<IResult> ReadText(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal ? Reply.Problem(refusal)
            : await texts.Read(found.Value.Id, cancellation) is { } read ? View(read)
            : Reply.Ok(new SectorTextView(new Dictionary<string, string>(), null, null));
    }

    [Operation("Ghi lời của cơ quan tổng hợp; báo cáo đang chờ duyệt được lập lại", typeof(SectorTextView), Condition = Condition.Read)]
    [Takes(typeof(SectorTextBody))]
    public async Task<IResult> WriteText(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var condition = Conditions.Read(request);
        var body = condition.Refused ? default : await RequestBody.Read<SectorTextBody>(request, cancellation);
        var found = await access.Run(request.Caller(), cycle, cancellation);
        if ((found.Refusal ?? condition.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var written = await write.Execute(
            found.Value, body.Value.Sections, Conditions.ETagOf(condition.Value) ?? ETag.None, request.Caller(), cancellation);
        return written.ToReply(View);
    }

    private static Reply View(Versioned<SectorText> read) =>
        Reply.Ok(new SectorTextView(read.Value.Sections, read.Value.By, read.Value.At), Conditions.Encode(read.ETag));
}

/// <param name="Sections">By the code of the section, up to 20,000 characters each; what is left out says nothing.</param>
public sealed record SectorTextBody(IReadOnlyDictionary<string, string> Sections);

/// <param name="By">Who wrote it last; null: nobody has.</param>
public sealed record SectorTextView(IReadOnlyDictionary<string, string> Sections, string? By, DateTimeOffset? At);
