namespace VksServerless.EndToEnd.Cycles;

public class Reminding_units
{
    [Fact]
    public async Task Goes_to_those_who_owe_once_a_stage()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84", "T01");
        (await cycle.Submit("V14")).Done();
        (await cycle.Submit("T01")).Done();
        (await cycle.Return("T01", "Thiếu phụ lục.")).Done();

        await host.Play(ACycle.Closing);

        var reminders = (await cycle.Mails()).Where(mail => mail.Kind == "ReminderDue").ToList();
        reminders.Select(mail => mail.To).Distinct().ShouldBe(["t84@vks.example", "t01@vks.example"], ignoreOrder: true);
        reminders.Where(mail => mail.To == "t84@vks.example").Select(mail => mail.Subject.Split(": ")[^1])
            .ShouldBe(["còn 7 ngày", "còn 1 ngày", "hôm nay là hạn nộp", "đã quá hạn 1 ngày", "đã quá hạn 3 ngày"], ignoreOrder: true);
        reminders.Distinct().Count().ShouldBe(reminders.Count);
    }

    [Fact]
    public async Task Ends_when_the_report_is_in()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        await host.Play(ACycle.ProvincesDue.AddDays(-2));
        var before = (await cycle.Mails()).Count(mail => mail is { Kind: "ReminderDue", To: "t84@vks.example" });

        (await cycle.Submit("T84")).Done();
        await host.Play(ACycle.Closing);

        before.ShouldBe(1);
        (await cycle.Mails()).Count(mail => mail is { Kind: "ReminderDue", To: "t84@vks.example" }).ShouldBe(1);
    }

    [Fact]
    public async Task Begins_anew_for_an_extended_deadline()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        await host.Play(ACycle.ProvincesDue.AddHours(1));

        (await host.As("centre").Post($"{cycle.Path}/extensions",
            new { units = new[] { "T84" }, dueAt = ACycle.At(8, 10), reason = "Mưa lũ." })).Done();
        await host.Play(ACycle.At(8, 10));

        var subjects = (await cycle.Mails()).Where(mail => mail.To == "t84@vks.example").Select(mail => mail.Subject).ToList();
        subjects.ShouldContain(subject => subject.StartsWith("[Gia hạn]", StringComparison.Ordinal));
        subjects.Count(subject => subject.EndsWith("hôm nay là hạn nộp", StringComparison.Ordinal)).ShouldBe(2);
        (await cycle.StateOf("V14")).ShouldBe("owed");
        (await cycle.Obligation("V14")).GetProperty("closesAt").GetDateTimeOffset().ShouldBe(ACycle.Closing);
        (await cycle.Obligation("T84")).GetProperty("closesAt").GetDateTimeOffset().ShouldBe(ACycle.At(8, 10));
    }
}
