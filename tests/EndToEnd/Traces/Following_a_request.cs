using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Notices;
using VksServerless.Notices;
using Xunit.Abstractions;

namespace VksServerless.EndToEnd.Traces;

/// <summary>One trace from a request to the mails that follow from it.</summary>
public sealed class Following_a_request(ITestOutputHelper output) : IDisposable
{
    private readonly Spans _spans = new();
    private readonly string _trace = ActivityTraceId.CreateRandom().ToHexString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task From_a_submission_to_its_mails_and_totals()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");

        (await Post(host.As("reporter-T84"), $"{cycle.ReportOf("T84")}/submit", AReport.Of("T84"))).Done();
        await host.WhenQuiet();

        output.WriteLine(_spans.Tree(_trace));
        Names().ShouldBe(
            [
                "POST /api/cycles/{cycle}/reports/{unit}/submit", "totals NodeChanged", "cycles SectorTotalChanged",
                "notices ReportSubmitted", "mail ReportSubmitted", "mail ReportWaiting",
            ],
            ignoreOrder: true);
        (await MailsOf(host)).ShouldBe(["ReportSubmitted", "ReportWaiting"], ignoreOrder: true);
    }

    [Fact]
    public async Task From_the_approval_to_the_mail_that_leadership_gets()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        await cycle.Accepted("V14");
        await cycle.Accepted("T84");
        var digest = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;

        (await Post(host.As("leader-1"), $"{cycle.Path}/approvals", new { digest })).Done();
        await host.WhenQuiet();

        output.WriteLine(_spans.Tree(_trace));
        Names().ShouldContain("cycle Publish");
        (await MailsOf(host)).ShouldContain("CyclePublished");
        Names().ShouldContain("mail CyclePublished");
    }

    [Fact]
    public async Task What_the_clock_brings_about_belongs_to_no_request()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        (await Post(host.As("reporter-T84"), $"{cycle.ReportOf("T84")}/submit", AReport.Of("T84"))).Done();
        await host.WhenQuiet();
        var before = Names();

        await host.Play(ACycle.Closing.AddDays(1));

        (await cycle.Phase()).ShouldBe("awaiting-approval");
        Names().ShouldBe(before);
    }

    [Fact]
    public async Task Through_a_message_that_fails_and_comes_again_and_a_mail_that_waits()
    {
        var mailer = new BusyMailer();
        await using var host = await AHost.Start(services => services.AddSingleton<IMailer>(mailer));
        var cycle = await ACycle.Open(host, "V14", "T84");
        await host.Play(host.Clock.GetUtcNow().AddMinutes(5));

        mailer.IsBusy = true;
        (await Post(host.As("reporter-T84"), $"{cycle.ReportOf("T84")}/submit", AReport.Of("T84"))).Done();
        await host.WhenQuiet();
        mailer.IsBusy = false;
        await host.Play(host.Clock.GetUtcNow().AddMinutes(5));

        Names().Count(name => name == "mail ReportSubmitted").ShouldBe(2);
        mailer.Traces.Last().ShouldBe(_trace);
    }

    [Fact]
    public async Task A_refusal_names_the_trace()
    {
        await using var host = await AHost.Start();

        var refused = await Post(host.As("centre"), "cycles/unknown/start", new { });

        refused.Status.ShouldBe(404);
        refused.Said("traceId").ShouldBe(_trace);
        refused.Said("detail").ShouldNotContain(_trace);
    }

    [Fact]
    public async Task An_unexpected_fault_says_it_to_people_too()
    {
        await using var host = await AHost.Start(services => services.AddSingleton<IMailLog, BrokenMailLog>());

        using var request = Traced(HttpMethod.Get, "mails");
        var failed = await host.As("operator").Send(request);

        failed.Refused(500, "unexpected").Said("traceId").ShouldBe(_trace);
        failed.Said("detail").ShouldEndWith($"Mã để tra cứu: {_trace}.");
        host.TakeFaults().ShouldNotBeEmpty();
    }

    private List<string> Names() => [.. _spans.Of(_trace).Select(span => span.DisplayName)];

    private async Task<IReadOnlyList<string>> MailsOf(AHost host) =>
    [
        .. (await host.As("operator").Get("mails?size=1000")).Done()["items"].EnumerateArray()
            .Where(mail => mail.GetProperty("traceId").GetString() == _trace).Select(mail => mail.GetProperty("kind").GetString()!),
    ];

    private async Task<Answer> Post(Person person, string path, object body)
    {
        using var request = Traced(HttpMethod.Post, path);
        request.Content = Person.Json(JsonSerializer.Serialize(body));
        request.Headers.Add("Idempotency-Key", Person.NewKey());
        return await person.Send(request);
    }

    private HttpRequestMessage Traced(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("traceparent", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01");
        return request;
    }

    private sealed class BusyMailer : IMailer
    {
        public bool IsBusy { get; set; }

        public List<string?> Traces { get; } = [];

        public Task Send(Mail mail, CancellationToken cancellation)
        {
            lock (Traces)
            {
                Traces.Add(Activity.Current?.TraceId.ToHexString());
            }

            return IsBusy ? throw new TimeoutException("busy") : Task.CompletedTask;
        }
    }

    private sealed class BrokenMailLog : IMailLog
    {
        public Task<Versioned<LoggedMail>?> Record(Mail mail, DateTimeOffset now, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task MarkSent(Versioned<LoggedMail> waiting, DateTimeOffset now, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task MarkRefused(Versioned<LoggedMail> waiting, string why, DateTimeOffset now, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task<IReadOnlyList<Versioned<LoggedMail>>> Waiting(MailFile file, int most, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Versioned<LoggedMail>>>([]);

        public Task<Versioned<LoggedMail>?> Find(MailFile file, string key, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task<Versioned<LoggedMail>?> Reopen(Versioned<LoggedMail> failed, LoggedMail next, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task<Page<LoggedMail>> List(MailFile? file, int size, string? continuation, CancellationToken cancellation) =>
            throw new InvalidOperationException();
    }
}
