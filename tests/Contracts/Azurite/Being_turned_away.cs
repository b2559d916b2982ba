using System.Text;
using VksServerless.Azure.Storage;
using VksServerless.Storage;

namespace VksServerless.Contracts.Azurite;

/// <summary>What may pass is tried again by the client, and nothing is done twice.</summary>
[Collection(OnAzurite.Name)]
public class Being_turned_away(AzuriteServer azurite)
{
    public static TheoryData<int> PassingFaults => [408, 429, 500, 502, 503, 504];

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_commit_a_read_and_a_message_come_through(int status)
    {
        var line = new FaultyTransport();
        var rows = await OnAzurite.Rows(azurite, line);
        var body = Encoding.UTF8.GetBytes("\"v\"");

        line.TurnAway(_ => true, status);
        await rows.Commit("p", [new RowWrite.Insert("k", body)], [new OutboxMessage("m", "s", body)], CancellationToken.None);
        line.Armed.ShouldBeFalse();
        line.TurnAway(_ => true, status);
        var row = await rows.Find("p", "k", CancellationToken.None);
        line.TurnAway(_ => true, status);
        var page = await rows.Scan("p", "", 10, null, CancellationToken.None);
        line.TurnAway(_ => true, status);
        var pending = await rows.Pending("p", TimeSpan.Zero, 10, CancellationToken.None);
        line.TurnAway(_ => true, status);
        await rows.Forget(pending, CancellationToken.None);

        line.Armed.ShouldBeFalse();
        row.ShouldNotBeNull().Body.ToArray().ShouldBe(body);
        (page.Rows.Count, pending.Count).ShouldBe((1, 1));
        (await rows.Pending("p", TimeSpan.Zero, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_blob_comes_through(int status)
    {
        var line = new FaultyTransport();
        var blobs = await OnAzurite.Blobs(azurite, line);

        line.TurnAway(_ => true, status);
        var written = await blobs.Write("a", new MemoryStream([1, 2, 3]), _ => true, CancellationToken.None);
        line.TurnAway(_ => true, status);
        await using var back = await blobs.Open("a", CancellationToken.None);

        line.Armed.ShouldBeFalse();
        (written.Kept, written.Existed).ShouldBe((true, false));
        back.ShouldNotBeNull().ReadByte().ShouldBe(1);
    }
}
