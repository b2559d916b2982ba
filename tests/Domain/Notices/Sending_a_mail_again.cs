using VksServerless.Notices;

namespace VksServerless.Tests.Notices;

public class Sending_a_mail_again
{
    private static readonly DateTimeOffset Now = new(2018, 7, 1, 8, 0, 0, VietnamTime.Offset);
    private static readonly LoggedMail Waiting =
        new(new Mail("a", MailFile.Desk, "DifficultyRaised", "c2@vks.example", "Khó khăn", "…"), Now, null);

    private static readonly LoggedMail Failed = Waiting with { Refused = new MailRefusal(Now.AddMinutes(1), "550") };

    [Fact]
    public void Is_for_one_that_has_failed()
    {
        Waiting.SendAgain("Vận hành", Now).Refusal!.Type.ShouldBe("mail-not-failed");
        (Waiting with { SentAt = Now }).SendAgain("Vận hành", Now).Refusal!.Type.ShouldBe("mail-not-failed");
    }

    [Fact]
    public void Has_it_wait_from_now_on_and_keeps_on_record_who_asked_and_why_it_had_failed()
    {
        var again = Failed.SendAgain("Vận hành", Now.AddDays(9)).Value;

        (again.State, again.TriedSince, again.RecordedAt).ShouldBe((MailState.Waiting, Now.AddDays(9), Now));
        again.Again.ShouldBe([new MailResend(Now.AddDays(9), "Vận hành", Failed.Refused!)]);
    }

    [Fact]
    public void Gives_the_carrier_a_key_of_its_own_each_time()
    {
        var again = Failed.SendAgain("Vận hành", Now).Value;
        var twice = (again with { Refused = Failed.Refused }).SendAgain("Vận hành", Now).Value;

        new[] { Failed, again, twice }.Select(mail => mail.ToCarry.Key).ShouldBe(["a", "a|again1", "a|again2"]);
        twice.Mail.ShouldBe(Failed.Mail);
    }
}
