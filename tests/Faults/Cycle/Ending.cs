using System.Security.Cryptography;
using System.Text.Json;
using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Faults.Cycle;

/// <summary>How a cycle has ended, checked against what people did and independently of how the edition works it out.</summary>
internal sealed record Ending(string Digest, string Report, IReadOnlyList<SentMail> Sent)
{
    public int Mails => Sent.Count;

    public int MailsTwice => Sent.Count - Sent.DistinctBy(mail => mail.Key).Count();

    /// <summary>To whom and about what, each mail once however often it was sent.</summary>
    public IReadOnlyList<string> Letters =>
        [.. Sent.DistinctBy(mail => mail.Key).Select(mail => $"{mail.To}: {mail.Subject}").Order(StringComparer.Ordinal)];

    public static Task<Ending> Of(Campaign campaign, string mailFolder) => Of(campaign, SentMail.In(mailFolder));

    public static async Task<Ending> Of(Campaign campaign, IReadOnlyList<SentMail> sent)
    {
        var publications = (await campaign.Read($"cycles/{campaign.Id}/publications")).Json;
        publications.GetArrayLength().ShouldBe(1, "one publication, one number");
        publications[0].GetProperty("number").GetString().ShouldBe("01/BC-VKSTC");
        var publication = (await campaign.Read($"cycles/{campaign.Id}/publications/1")).Json;
        CheckSums(campaign, publication.GetProperty("report").GetProperty("figures"));
        foreach (var unit in campaign.Units)
        {
            await CheckVersions(campaign, unit);
        }

        await CheckReminders(campaign);
        return new Ending(
            publication.GetProperty("digest").GetString()!, publication.GetProperty("report").GetRawText(), sent);
    }

    private static void CheckSums(Campaign campaign, JsonElement figures)
    {
        foreach (var field in Answering.Sums)
        {
            var expected = campaign.Units.Sum(unit => Convert.ToDecimal(Answering.Of(unit, campaign.FinalVersionOf(unit))[field], null));
            figures.GetProperty(field).GetProperty("total").GetDecimal().ShouldBe(expected, field);
        }
    }

    private static async Task CheckVersions(Campaign campaign, Unit unit)
    {
        var path = $"cycles/{campaign.Id}/reports/{unit.Code}/versions";
        var versions = (await campaign.Read(path)).Json.EnumerateArray().ToList();
        versions.Select(version => version.GetProperty("number").GetInt32())
            .ShouldBe(Enumerable.Range(1, campaign.FinalVersionOf(unit)), unit.Code.ToString());
        foreach (var version in versions)
        {
            var receipt = campaign.Receipts[version.GetProperty("receipt").GetString()!];
            version.GetProperty("sha256").GetString().ShouldBe(receipt.Sha256);
            var content = (await campaign.Read($"{path}/{receipt.Version}")).Content;
            Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(receipt.Sha256, receipt.Number);
        }
    }

    /// <summary>
    /// The log has one line for each mail that was due: a reminder of the same unit and stage under another key would show.
    /// </summary>
    private static async Task CheckReminders(Campaign campaign)
    {
        var reminders = (await campaign.Mails("ReminderDue"))
            .Select(mail => $"{mail.GetProperty("to")} {mail.GetProperty("subject")}").ToList();
        reminders.ShouldBeUnique();
        reminders.Count.ShouldBe(campaign.Units.Count + 1);
    }
}
