using VksServerless.Faults.Cycle;
using VksServerless.Units;

namespace VksServerless.Azure.Tests.Stage;

/// <summary>What the Azure door is measured by: the same cycle on the server door.</summary>
internal static class OnServer
{
    public static async Task<(Ending Ending, IReadOnlyList<string> Mails)> Play(UnitDirectory units)
    {
        using var folder = new TemporaryFolder();
        await using var stage = await Faults.Cycle.Stage.Start(folder.Path, units);
        var campaign = new Campaign(stage, units);
        await campaign.Play();
        await stage.Settle();
        return (await Ending.Of(campaign, stage.Mails), await campaign.SentMails());
    }

    /// <summary>What the log says went out to whom, whatever the order.</summary>
    public static async Task<IReadOnlyList<string>> SentMails(this Campaign campaign) =>
    [
        .. (await campaign.Read($"mails?cycle={campaign.Id}&size=1000")).Json.GetProperty("items").EnumerateArray()
            .Where(mail => mail.TryGetProperty("sentAt", out _))
            .Select(mail => $"{mail.GetProperty("kind")} {mail.GetProperty("to")} {mail.GetProperty("subject")}")
            .Order(StringComparer.Ordinal),
    ];
}
