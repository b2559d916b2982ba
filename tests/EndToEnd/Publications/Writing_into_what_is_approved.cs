using System.Text.Json;
using VksServerless.EndToEnd.Reports;

namespace VksServerless.EndToEnd.Publications;

/// <summary>What the leadership has approved is published as it is: until the publication nothing is added any more.</summary>
public class Writing_into_what_is_approved
{
    private static readonly AFile File = AFile.Of("%PDF-1.7 draft"u8.ToArray(), "Dự thảo.pdf");

    [Fact]
    public async Task Is_refused_also_when_the_request_was_begun_before_and_leaves_nothing()
    {
        HeldReplies held = null!;
        await using var host = await AHost.Start(services => HeldReplies.Decorate(services, made => held = made));
        var (cycle, opinion) = await AwaitingApproval(host);
        var (text, reply) = (
            Held(new { sections = new { chung = "Thêm vào." } }), Held(new { ids = new[] { opinion }, kind = "accepted", text = "Sau." }));
        var writing = host.As("centre").Send(Slow(HttpMethod.Put, $"{cycle.Path}/sector-text", text));
        var answering = host.As("centre").Send(Slow(HttpMethod.Post, $"{cycle.Path}/opinions/replies", reply));
        await Task.WhenAll(text.Begun, reply.Begun);
        await Approved(host, cycle, held);

        text.Release();
        reply.Release();
        (await writing).Refused(409, "cycle-ended");
        (await answering).Refused(409, "cycle-ended");
        (await File.HandOut(host.As("centre"), cycle, "other")).Refused(409, "cycle-ended");
        (await host.As("centre").Post($"{cycle.Path}/cancel", new { reason = "Thôi." })).Refused(409, "cycle-ended");
        held.Release();
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("published");
        (await host.As("leader-1").Get($"{cycle.Path}/publications")).Done().Json.GetArrayLength().ShouldBe(1);
        (await host.As("centre").Get($"{cycle.Path}/sector-text")).Done()["sections"].EnumerateObject().ShouldBeEmpty();
        (await ADraft.Given(host, cycle))[0].Reply.ShouldBeNull();
        (await host.As("centre").Get($"{cycle.Path}/documents")).Done().Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Is_not_done_by_repeating_an_upload_of_before()
    {
        HeldReplies held = null!;
        await using var host = await AHost.Start(services => HeldReplies.Decorate(services, made => held = made));
        var (cycle, _) = await AwaitingApproval(host, "upload-0001");
        await Approved(host, cycle, held);

        (await File.HandOut(host.As("centre"), cycle, "draft", "upload-0001")).Done();
        (await host.As("centre").Get(cycle.Path)).Done()["approvals"].GetArrayLength().ShouldBe(1);
        held.Release();
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("published");
    }

    private static async Task<(ACycle Cycle, string Opinion)> AwaitingApproval(AHost host, string? upload = null)
    {
        var cycle = await ADraft.Open(host, "V14");
        if (upload is not null)
        {
            (await File.HandOut(host.As("centre"), cycle, "draft", upload)).Done();
        }

        await cycle.Accepted("V14", ADraft.Opinions(null, "Điều 7"));
        return (cycle, (await ADraft.Given(host, cycle))[0].Id);
    }

    /// <summary>Approved, and held where the publication reads what the report is made of.</summary>
    private static async Task Approved(AHost host, ACycle cycle, HeldReplies held)
    {
        var digest = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;
        var publishing = held.HoldTheNextReading();
        (await host.As("leader-1").Post($"{cycle.Path}/approvals", new { digest })).Done();
        await publishing;
    }

    private static AHeldBody Held(object body) => new(JsonSerializer.SerializeToUtf8Bytes(body), "application/json");

    private static HttpRequestMessage Slow(HttpMethod method, string path, AHeldBody body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.ExpectContinue = true;
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return request;
    }
}
