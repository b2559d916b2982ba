namespace VksServerless.EndToEnd.Reports;

/// <summary>
/// The least that a change of a report can ask of the rows. Two reads: the cycle, whose phase decides and which any person may
/// have changed meanwhile, and the obligation, whose ETag the write presents. One write: the obligation with its version or
/// contribution, the idempotency key and the outbox, in one transaction. The roster never changes and is held in memory, the
/// content is a blob. A further submission also reads the versions, since its key may be one of theirs. A judgement and a
/// withdrawal also read the cycle once more before they write: it stands in another partition than the obligation, so that no
/// transaction can hold both, and a report must not be changed that has been approved meanwhile. Who asks is read before, from the
/// newest row of the register and, for sample people, of the directory: that is the door's, and is not counted.
/// </summary>
public class The_transactions_of_a_report
{
    private const double Allowed = 1.2;

    [Fact]
    public async Task Are_no_more_than_a_fifth_above_the_least()
    {
        await using var host = await AHost.Start(CountedRows.Register);
        var cycle = await ACycle.Open(host, "T84", "T84-CL");
        var counts = new Dictionary<string, (IReadOnlyList<string> Asked, int Least)>();

        (await cycle.Submit("T84-CL")).Done();
        Count("submit", 3);
        (await cycle.Accept("T84-CL")).Done();
        Count("accept", 4);
        (await cycle.Return("T84-CL", "Bổ sung.")).Done();
        Count("return what was accepted", 5);
        (await cycle.Submit("T84-CL")).Done();
        Count("submit again", 4);
        (await host.As("reporter-T84-CL").Post($"{cycle.ReportOf("T84-CL")}/withdraw")).Done();
        Count("withdraw", 4);

        foreach (var (what, (asked, least)) in counts)
        {
            ((double)asked.Count).ShouldBeLessThanOrEqualTo(least * Allowed, $"{what}: {string.Join(", ", asked)}");
        }

        void Count(string what, int least) => counts.Add(what, ([.. CountedRows.Last.Where(asked => asked != "find newest")], least));
    }
}
