using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using VksServerless.Azure.Notifications;
using VksServerless.Contracts.Ports;
using VksServerless.Notifications;

namespace VksServerless.Contracts.Notifications;

/// <summary>The mail service's answers, as what they mean to the postman.</summary>
public sealed class Sending_mails_over_Azure : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task It_is_handed_over_once_whoever_repeats_it()
    {
        await Send();
        await Send();

        _service.Requests.Select(request => request.Operation).Distinct().Count().ShouldBe(1);
        var message = JsonSerializer.Deserialize<JsonElement>(_service.Requests[0].Body);
        message.GetProperty("senderAddress").GetString().ShouldBe("bao-cao@vks.example");
        message.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString().ShouldBe("an@vks.example");
        message.GetProperty("content").GetProperty("subject").GetString().ShouldBe("Nhắc nộp báo cáo");
    }

    [Fact]
    public async Task What_it_has_taken_before_counts_as_sent()
    {
        _service.Answer = () => Status(409);
        await Send();
        _service.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429, "42", 42)]
    [InlineData(503, "7", 7)]
    [InlineData(429, "Wed, 01 Jul 2026 01:02:00 GMT", 120)]
    [InlineData(429, null, null)]
    [InlineData(500, null, null)]
    public async Task A_limit_is_told_with_the_time_that_it_asks_for_and_not_pressed(int status, string? retryAfter, int? seconds)
    {
        _service.Answer = () => Status(status, retryAfter);

        var later = await Should.ThrowAsync<MailLaterException>(Send);

        later.RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
        _service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_asked_later()
    {
        _service.Answer = () => throw new HttpRequestException("No route to host.");
        await Should.ThrowAsync<MailLaterException>(Send);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task What_the_operator_has_not_set_up_yet_keeps_every_mail_waiting(int status)
    {
        _service.Answer = () => Status(status);
        await Should.ThrowAsync<MailLaterException>(Send);
    }

    [Theory]
    [InlineData(413, null)]
    [InlineData(400, "InvalidEmailAddress")]
    [InlineData(400, "EmailDroppedAllRecipientsSuppressed")]
    public async Task What_it_refuses_because_of_the_mail_is_refused_for_good(int status, string? code)
    {
        _service.Answer = () => Status(status, code: code);
        await Should.ThrowAsync<MailRefusedException>(Send);
    }

    [Fact]
    public async Task What_it_refuses_because_of_the_sender_may_go_out_once_that_is_mended()
    {
        _service.Answer = () => Status(400, code: "BadRequest");

        var refused = await Should.ThrowAsync<Exception>(Send);

        refused.ShouldNotBeOfType<MailRefusedException>();
    }

    private Task Send()
    {
        var settings = new MailSettings(new Uri("https://mail.vks.example"), "bao-cao@vks.example");
        var mailer = new AcsMailer(settings, new AnyToken(), new StoppedClock(), new HttpClientTransport(_service));
        return mailer.Send(new Mail("a", Sample.Id(), "ReminderDue", "an@vks.example", "Nhắc nộp báo cáo", "Kính gửi."), CancellationToken.None);
    }

    private static HttpResponseMessage Status(int status, string? retryAfter = null, string? code = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        if (code is not null)
        {
            response.Content = new StringContent($$$"""{"error":{"code":"{{{code}}}","message":"-"}}""", new MediaTypeHeaderValue("application/json"));
        }

        response.Headers.RetryAfter = retryAfter is null ? null : RetryConditionHeaderValue.Parse(retryAfter);
        return response;
    }

    /// <summary>Its wire format, behind the client's own pipeline.</summary>
    private sealed class Service : HttpMessageHandler
    {
        public List<(string Operation, string Body)> Requests { get; } = [];

        public Func<HttpResponseMessage> Answer { get; set; } = () => new HttpResponseMessage(HttpStatusCode.Accepted)
        {
            Content = new StringContent("""{"id":"1","status":"Running"}""", new MediaTypeHeaderValue("application/json")),
        };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request.Headers.GetValues("Operation-Id").Single(), await request.Content!.ReadAsStringAsync(cancellationToken)));
            return Answer();
        }
    }

    private sealed class AnyToken : TokenCredential
    {
        private static readonly AccessToken Token = new("token", DateTimeOffset.MaxValue);

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Token;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Sample.Now;
    }
}
