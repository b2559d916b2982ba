using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using VksServerless.Application.Notices;
using VksServerless.Azure.Notices;
using VksServerless.Contracts.Ports;
using VksServerless.Notices;

namespace VksServerless.Contracts.Notices;

/// <summary>The mail service's answers, as what they mean to the postman.</summary>
public sealed class Sending_mails_over_Azure : IDisposable
{
    private readonly Service _service = new();
    private readonly HurryingClock _clock = new();

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

    [Fact]
    public async Task It_is_asked_what_became_of_the_mail_when_it_says_so_until_it_is_sent()
    {
        _service.Answer = () => Taken(retryAfter: "3");
        _service.Fates = ["Running", "Running", "Succeeded"];

        await Send();

        _service.Questions.ShouldBe(Enumerable.Repeat(Service.OperationLocation, 3));
        (_clock.GetUtcNow() - Sample.Now).ShouldBe(TimeSpan.FromSeconds(3 + 5 + 5));
    }

    [Fact]
    public async Task A_mail_that_is_still_under_way_after_half_a_minute_counts_as_handed_over()
    {
        _service.Fates = ["Running"];

        await Send();

        (_clock.GetUtcNow() - Sample.Now).ShouldBeInRange(TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30));
        _service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_asks_for_more_than_half_a_minute_is_not_waited_for()
    {
        _service.Answer = () => Taken(retryAfter: "60");

        await Send();

        _service.Questions.ShouldBeEmpty();
        _clock.GetUtcNow().ShouldBe(Sample.Now);
    }

    [Theory]
    [InlineData("EmailDroppedAllRecipientsSuppressed")]
    [InlineData("InvalidEmailAddress")]
    public async Task A_mail_that_has_failed_because_of_its_recipient_is_refused_for_good(string code)
    {
        _service.Fates = ["Running", code];

        (await Should.ThrowAsync<MailRefusedException>(Send)).Message.ShouldContain(code);
    }

    [Fact]
    public async Task A_mail_that_has_failed_for_another_reason_is_sent_later_as_another_operation()
    {
        _service.Fates = ["InternalServerError"];
        await Should.ThrowAsync<MailLaterException>(Send);

        _service.Requests.Clear();
        _service.Answer = () => _service.Requests.Count == 1 ? Status(409) : Taken();
        _service.Fates = ["InternalServerError", "Succeeded"];
        await Send();

        _service.Requests.Select(request => request.Operation).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_that_fails_again_and_again_is_refused_in_the_end()
    {
        _service.Answer = () => Status(409);
        _service.Fates = ["InternalServerError"];

        await Should.ThrowAsync<MailRefusedException>(Send);

        _service.Requests.Select(request => request.Operation).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task When_its_fate_cannot_be_learnt_it_is_not_sent_twice()
    {
        _service.Fates = ["unreachable"];

        await Send();

        _service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_token_is_sent_to_no_other_host_whatever_the_service_says()
    {
        _service.Answer = () => Taken(location: "https://elsewhere.example/emails/operations/1");

        await Send();

        _service.Questions.ShouldHaveSingleItem()
            .ShouldStartWith("https://mail.vks.example/emails/operations/" + _service.Requests[0].Operation);
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
        var mailer = new AcsMailer(settings, new AnyToken(), _clock, new HttpClientTransport(_service));
        return mailer.Send(
            new Mail("a", MailFile.Of(Sample.Id()), "ReminderDue", "an@vks.example", "Nhắc nộp báo cáo", "Kính gửi."),
            CancellationToken.None);
    }

    private static HttpResponseMessage Status(int status, string? retryAfter = null, string? code = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        if (code is not null)
        {
            response.Content = new StringContent(
                $$$"""{"error":{"code":"{{{code}}}","message":"-"}}""", new MediaTypeHeaderValue("application/json"));
        }

        response.Headers.RetryAfter = retryAfter is null ? null : RetryConditionHeaderValue.Parse(retryAfter);
        return response;
    }

    private static HttpResponseMessage Taken(string? retryAfter = null, string location = Service.OperationLocation)
    {
        var taken = Status(202, retryAfter);
        taken.Content = new StringContent("""{"id":"1","status":"Running"}""", new MediaTypeHeaderValue("application/json"));
        taken.Headers.Add("Operation-Location", location);
        return taken;
    }

    /// <summary>Its wire format, behind the client's own pipeline.</summary>
    private sealed class Service : HttpMessageHandler
    {
        public const string OperationLocation = "https://mail.vks.example/emails/operations/1?api-version=2025-09-01";

        private int _asked;
        private string[] _fates = ["Succeeded"];

        public List<(string Operation, string Body)> Requests { get; } = [];

        public List<string> Questions { get; } = [];

        public Func<HttpResponseMessage> Answer { get; set; } = () => Taken();

        /// <summary>
        /// What it says of a mail, question after question; the last one for ever. What is no status is the code of an error.
        /// </summary>
        public string[] Fates
        {
            set => (_fates, _asked) = (value, 0);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization.ShouldNotBeNull();
            if (request.Method == HttpMethod.Get)
            {
                Questions.Add(request.RequestUri!.AbsoluteUri);
                return Fate(_fates[Math.Min(_asked++, _fates.Length - 1)]);
            }

            Requests.Add((request.Headers.GetValues("Operation-Id").Single(), await request.Content!.ReadAsStringAsync(cancellationToken)));
            return Answer();
        }

        private static HttpResponseMessage Fate(string fate)
        {
            var json = fate switch
            {
                "unreachable" => throw new HttpRequestException("No route to host."),
                "Running" or "Succeeded" => $$"""{"id":"1","status":"{{fate}}"}""",
                _ => $$$"""{"id":"1","status":"Failed","error":{"code":"{{{fate}}}","message":"-"}}""",
            };
            var answer = new HttpResponseMessage { Content = new StringContent(json, new MediaTypeHeaderValue("application/json")) };
            answer.Headers.RetryAfter = fate == "Running" ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(5)) : null;
            return answer;
        }
    }

    private sealed class AnyToken : TokenCredential
    {
        private static readonly AccessToken Token = new("token", DateTimeOffset.MaxValue);

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Token;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(Token);
    }

    /// <summary>Nobody waits by it: whatever is waited for is there at once.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        private DateTimeOffset _now = Sample.Now;

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _now += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero;
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
