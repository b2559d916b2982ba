using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.EndToEnd.Reports;

/// <summary>A body that drips in is judged by how things stand when the last of it has come.</summary>
public class Slow_bodies(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task Carry_no_return_past_the_publication()
    {
        var cycle = await ACycle.Open(host, "V14");
        await cycle.Accepted("V14");

        await Refused(
            cycle,
            new AHeldBody(JsonSerializer.SerializeToUtf8Bytes(new { version = 1, reason = "Sai số liệu." }), "application/json"),
            body => host.As("centre").Send(Slowly("return", cycle, body)),
            async () =>
            {
                var read = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done();
                (await host.As("leader-1").Post($"{cycle.Path}/approvals", new { digest = read.ETag })).Done();
            },
            leavesFiles: true);

        (await cycle.Phase()).ShouldBe("published");
        (await cycle.StateOf("V14")).ShouldBe("accepted");
    }

    [Theory]
    [InlineData("close")]
    [InlineData("cancel")]
    public async Task Carry_no_submission_past_the_end(string end)
    {
        var cycle = await ACycle.Open(host, "V14", "T84");

        await Refused(
            cycle,
            new AHeldBody(Encoding.UTF8.GetBytes(AReport.Of("V14").ToJsonString()), "application/json"),
            body => host.As("reporter-V14").Send(Slowly("submit", cycle, body)),
            () => End(cycle, end));

        (await cycle.StateOf("V14")).ShouldBe("owed");
    }

    [Fact]
    public async Task Carry_no_draft_past_the_end()
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        await Refused(
            cycle,
            new AHeldBody(Encoding.UTF8.GetBytes(AReport.Of("V14").ToJsonString()), "application/json"),
            body => host.As("reporter-V14").Send(Slowly("draft", cycle, body, HttpMethod.Put)),
            () => End(cycle, "close"));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(300_000)]
    public async Task Carry_no_file_past_the_end(int length)
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        var file = AFile.OfSize(length);
        await Refused(
            cycle,
            new AHeldBody(file.Bytes, file.MediaType),
            body => file.Attach(host.As("reporter-V14"), cycle.ReportOf("V14"), body),
            () => End(cycle, "close"));
    }

    [Fact]
    public async Task Carry_no_file_past_the_handing_in_but_one_that_was_attached_meanwhile_is_answered_again()
    {
        var cycle = await ACycle.Open(host, "V14");
        var (file, key) = (AFile.OfSize(1000), Person.NewKey());
        var body = new AHeldBody(file.Bytes, file.MediaType);
        var slow = file.Attach(host.As("reporter-V14"), cycle.ReportOf("V14"), body, key);
        await await Task.WhenAny(body.Begun, slow);
        var quick = (await file.Attach(host.As("reporter-V14"), cycle.ReportOf("V14"), key)).Done();
        (await cycle.Submit("V14")).Done();

        body.Release();

        (await slow).Done().Bytes.ShouldBe(quick.Bytes);
    }

    [Fact]
    public async Task A_judgement_asks_again_whether_the_cycle_still_is_as_it_was()
    {
        var reading = new WhileReading();
        await using var other = await AHost.Start(services =>
            services.AddSingleton<IBlobStore>(provider => reading.Around(ActivatorUtilities.CreateInstance<FileBlobStore>(provider))));
        var cycle = await ACycle.Open(other, "V14", "T84");
        (await cycle.Submit("V14")).Done();
        await other.WhenQuiet();
        reading.First = () => other.As("centre").Post($"{cycle.Path}/cancel", new { reason = "Không cần nữa." });

        (await cycle.Accept("V14")).Refused(409, "cycle-not-open");

        (await cycle.StateOf("V14")).ShouldBe("submitted");
    }

    /// <summary>What is sent is under way, so nothing here waits until all is quiet before it has come to its end.</summary>
    /// <param name="leavesFiles">Whether what happens meanwhile keeps files of its own, as a publication does.</param>
    private async Task Refused(
        ACycle cycle, AHeldBody body, Func<AHeldBody, Task<Answer>> send, Func<Task> meanwhile, bool leavesFiles = false)
    {
        await host.WhenQuiet();
        var before = await KeptOf(cycle, !leavesFiles);
        var slow = send(body);
        await await Task.WhenAny(body.Begun, slow);
        await meanwhile();

        body.Release();

        (await slow).Refused(409, "cycle-not-open");
        await host.WhenQuiet();
        (await KeptOf(cycle, !leavesFiles)).ShouldBe(before);
    }

    /// <summary>The versions, the draft and the files.</summary>
    private async Task<string> KeptOf(ACycle cycle, bool withFiles = true)
    {
        var kept = new List<string>();
        foreach (var part in (string[])["versions", "draft", "attachments"])
        {
            kept.Add((await host.As("reporter-V14").Get($"{cycle.ReportOf("V14")}/{part}")).Lasting);
        }

        return string.Join('\n', kept.Concat(withFiles ? await host.FilesKept() : []));
    }

    private async Task End(ACycle cycle, string how) =>
        (await host.As("centre").Post($"{cycle.Path}/{how}", new { reason = "Đã đủ." })).Done();

    private static HttpRequestMessage Slowly(string what, ACycle cycle, AHeldBody body, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, $"{cycle.ReportOf("V14")}/{what}") { Content = body };
        request.Headers.ExpectContinue = true;
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Person.NewKey());
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return request;
    }

    /// <summary>Does something, once, while a content is being read.</summary>
    private sealed class WhileReading
    {
        public Func<Task>? First { get; set; }

        public IBlobStore Around(IBlobStore inner) => new Store(this, inner);

        private sealed class Store(WhileReading reading, IBlobStore inner) : IBlobStore
        {
            public Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation) =>
                inner.Write(name, content, keep, cancellation);

            public async Task<Stream?> Open(string name, CancellationToken cancellation)
            {
                if (name.StartsWith("contents/", StringComparison.Ordinal) && reading.First is { } first)
                {
                    reading.First = null;
                    await first();
                }

                return await inner.Open(name, cancellation);
            }

            public Task Delete(string name, CancellationToken cancellation) => inner.Delete(name, cancellation);
        }
    }
}
