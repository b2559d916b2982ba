using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Notices;

namespace VksServerless.Tests.Notices;

public class Filing_mails
{
    private static readonly CycleId Cycle = CycleId.Of("k000000000000000");

    /// <summary>Stored mails and their partitions were named so before the desk had a file of its own.</summary>
    [Fact]
    public void Under_the_desk_keeps_the_name_that_mails_were_stored_by() => MailFile.Desk.ToString().ShouldBe("kdifficulties000");

    [Fact]
    public void Under_a_cycle_is_named_by_the_cycle()
    {
        MailFile.Of(Cycle).ToString().ShouldBe(Cycle.ToString());
        MailFile.TryParse(Cycle.ToString(), out var file).ShouldBeTrue();
        file.ShouldBe(MailFile.Of(Cycle));
    }

    [Theory]
    [InlineData("kdifficulties000")]
    [InlineData("k000000000000000")]
    public void Stands_in_JSON_where_the_cycle_stood(string file)
    {
        var json = $$"""{"key":"a","cycle":"{{file}}","kind":"ReminderDue","to":"a@vks.example","subject":"S","text":"T"}""";
        var mail = JsonSerializer.Deserialize<Mail>(json, DomainJson.Options)!;

        mail.File.ToString().ShouldBe(file);
        JsonSerializer.Serialize(mail, DomainJson.Options).ShouldBe(json);
    }

    [Theory]
    [InlineData("")]
    [InlineData("k1")]
    [InlineData(null)]
    public void Under_anything_else_is_refused(string? text) => MailFile.TryParse(text, out _).ShouldBeFalse();
}
