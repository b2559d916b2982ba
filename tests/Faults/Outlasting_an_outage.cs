using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Application.Notices;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using VksServerless.Notices;
using VksServerless.Server.Access;
using VksServerless.Server.Events;
using VksServerless.Server.Notices;
using VksServerless.Server.Storage;

namespace VksServerless.Faults;

/// <summary>What the bus and the mails stand on fails for longer than any number of deliveries at once would last.</summary>
[Collection(nameof(Undisturbed))]
public class Outlasting_an_outage(Undisturbed undisturbed)
{
    private const int SideBySide = 4;
    private static readonly SamplePerson Centre = SamplePeople.Central.Single(person => person.Id == "centre");

    [Fact]
    public async Task Of_the_store_for_an_hour_costs_no_message_and_disturbs_only_what_failed()
    {
        using var folder = new TemporaryFolder();
        var plan = new FaultPlan
        {
            Refuses = partition => partition.StartsWith("mails|", StringComparison.Ordinal)
            || partition.EndsWith("|-", StringComparison.Ordinal)
        };
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, plan);
        var campaign = new Campaign(stage, Undisturbed.Directory);
        await campaign.Open();

        await stage.PlayTo(Campaign.Start.AddHours(1));

        (await SetAside(stage)).ShouldBeEmpty();
        var again = Waiting(stage);
        again.Select(message => message.Subscription).Distinct().Order().ShouldBe(["notices", "totals"]);
        again.Count(message => message.Subscription == Subscriptions.Notices)
            .ShouldBe(campaign.Units.Count, "each unit's mail comes again");
        again.Where(message => message.Subscription == Subscriptions.Totals)
            .ShouldAllBe(message => message.Body.Contains("\"VKSTC\""), "no other node was computed again");
        again.ShouldAllBe(
            message => message.Attempt >= 15 && message.Attempt <= 65,
            "a minute apart in the end, or more where the test's clock was quicker than the machine");

        plan.Refuses = _ => false;
        await undisturbed.SameEnd(stage, campaign);
        (await SetAside(stage)).ShouldBeEmpty();
    }

    [Fact]
    public async Task For_about_a_day_and_no_longer()
    {
        using var folder = new TemporaryFolder();
        var plan = new FaultPlan();
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, plan, patience: TimeSpan.FromSeconds(10));
        var campaign = new Campaign(stage, Undisturbed.Directory);
        await campaign.Open();
        await stage.Settle();
        plan.Refuses = partition => partition.StartsWith("mails|", StringComparison.Ordinal);
        var body = $$"""{"event":"CycleCancelled","cycle":"{{campaign.Id}}","revision":1,"reason":"-"}""";
        await Put(stage, body, 1440);
        await Put(stage, body.Replace("\"-\"", "\"last but one\"", StringComparison.Ordinal), 1439);
        stage.Server.Services.GetRequiredService<DeliveryBell>().Ring([Subscriptions.Notices]);
        await stage.Settle();

        var letter = (await SetAside(stage)).ShouldHaveSingleItem();
        (letter.Reason, letter.Attempts).ShouldBe(("Failed for a day", 1441));
        Waiting(stage).ShouldHaveSingleItem().Attempt.ShouldBe(1440);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.Settle();
        (await SetAside(stage)).Select(message => (message.Reason, message.Attempts))
            .ShouldBe([("Failed for a day", 1441), ("Failed for a day", 1441)]);
    }

    [Fact]
    public async Task Of_the_carrier_or_at_its_limit_lets_every_mail_out_in_the_end()
    {
        using var folder = new TemporaryFolder();
        await using var stage = await WithMailer(folder);
        var mailer = MailerOf(stage);
        mailer.AMinute = 0;
        var campaign = new Campaign(stage, Undisturbed.Directory);
        await campaign.Open();
        await stage.PlayTo(Campaign.Start.AddHours(2));
        (await campaign.Mails("UnitObliged")).Count(mail => mail.TryGetProperty("sentAt", out _)).ShouldBe(0);
        mailer.AMinute = 3;

        await undisturbed.SameEnd(stage, campaign);

        (await SetAside(stage)).ShouldBeEmpty();
        mailer.Later.Count.ShouldBeGreaterThan(2, "the limit was met");
        mailer.Later.Values.ShouldAllBe(times => times <= SideBySide, "only what is on its way when the carrier says so is sent in vain");
    }

    [Fact]
    public async Task Of_the_carrier_over_the_cycles_end_lets_the_mails_out_all_the_same()
    {
        using var folder = new TemporaryFolder();
        await using var stage = await WithMailer(folder);
        MailerOf(stage).AMinute = 0;
        var campaign = new Campaign(stage, Undisturbed.Directory);
        await campaign.Open();
        (await stage.Try(api => api.Post(Centre, $"cycles/{campaign.Id}/cancel", new { Reason = "Kế hoạch được thay thế." })))
            .IsDone.ShouldBeTrue();
        await stage.PlayTo(Campaign.Start.AddDays(4));
        (await campaign.Mails("CycleCancelled")).Count(mail => mail.TryGetProperty("sentAt", out _)).ShouldBe(0);

        MailerOf(stage).AMinute = int.MaxValue;
        await stage.Until(() => Task.FromResult(stage.NothingWaits));

        (await campaign.Mails("CycleCancelled")).Count(mail => mail.TryGetProperty("sentAt", out _)).ShouldBe(campaign.Units.Count);
    }

    [Fact]
    public async Task A_mail_that_is_refused_is_not_tried_again_and_one_that_fails_keeps_no_other_waiting()
    {
        using var folder = new TemporaryFolder();
        await using var stage = await WithMailer(folder);
        var mailer = MailerOf(stage);
        var campaign = new Campaign(stage, Undisturbed.Directory);
        var (gone, busy) = (campaign.Units[0].Mails[0], campaign.Units[1].Mails[0]);
        mailer.Refuses = mail => mail.To == gone ? new MailRefusedException("550 no such mailbox")
            : mail.To == busy ? new TimeoutException("450 greylisted")
            : null;
        await campaign.Open();
        await stage.PlayTo(Campaign.Start.AddMinutes(10));

        var mails = (await campaign.Mails("UnitObliged")).ToDictionary(mail => mail.GetProperty("to").GetString()!);
        mails[gone].GetProperty("refused").GetString().ShouldBe("550 no such mailbox");
        mails[gone].TryGetProperty("sentAt", out _).ShouldBeFalse();
        mails[busy].TryGetProperty("sentAt", out _).ShouldBeFalse();
        mails.Values.Count(mail => mail.TryGetProperty("sentAt", out _)).ShouldBe(mails.Count - 2);
        var (askedForGone, askedForBusy) = (mailer.Asked[gone], mailer.Asked[busy]);
        await stage.PlayTo(Campaign.Start.AddMinutes(20));
        mailer.Asked[gone].ShouldBe(askedForGone);
        mailer.Asked[busy].ShouldBeGreaterThan(askedForBusy);

        mailer.Refuses = _ => null;
        await stage.Until(() => Task.FromResult(stage.NothingWaits));
        (await campaign.Mails("UnitObliged")).Count(mail => mail.TryGetProperty("sentAt", out _)).ShouldBe(mails.Count - 1);
    }

    [Fact]
    public async Task A_mail_at_which_the_carrier_always_wants_a_pause_keeps_no_other_waiting()
    {
        using var folder = new TemporaryFolder();
        await using var stage = await WithMailer(folder);
        var mailer = MailerOf(stage);
        var campaign = new Campaign(stage, Undisturbed.Directory);
        var poison = campaign.Units[0].Mails[0];
        mailer.Refuses = mail => mail.To == poison ? new MailLaterException(null) : null;
        await campaign.Open();

        await stage.PlayTo(Campaign.Start.AddHours(1));

        var mails = await campaign.Mails("UnitObliged");
        mails.Where(mail => !mail.TryGetProperty("sentAt", out _)).Select(mail => mail.GetProperty("to").GetString()).ShouldBe([poison]);
    }

    private static Task<Stage> WithMailer(TemporaryFolder folder) => Stage.Start(folder.Path, Undisturbed.Directory, configure: services =>
        services.AddSingleton<IMailer>(provider => ActivatorUtilities.CreateInstance<RestrictedMailer>(provider)));

    private static RestrictedMailer MailerOf(Stage stage) => (RestrictedMailer)stage.Server.Services.GetRequiredService<IMailer>();

    private static async Task<IReadOnlyList<SetAsideMessage>> SetAside(Stage stage) =>
        (await stage.Server.Services.GetRequiredService<ISetAsideMessages>().List(1000, null, CancellationToken.None)).Items;

    private static Task<int> Put(Stage stage, string body, int attempt) =>
        stage.Server.Services.GetRequiredService<SqliteDatabase>().Write(session => session.Run(
        "insert into deliveries(subscription, id, body, attempt) values (?4, ?1, ?2, ?3)", $"by hand {attempt}",
        Encoding.UTF8.GetBytes(body), attempt, Subscriptions.Notices));

    private static List<(string Subscription, string Body, int Attempt)> Waiting(Stage stage) =>
        stage.Server.Services.GetRequiredService<SqliteDatabase>().Read(session => session.All(
            "select subscription, cast(body as text), attempt from deliveries", row =>
                (row.GetString(0), row.GetString(1), row.GetInt32(2))));
}
