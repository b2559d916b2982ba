using VksServerless.Application.Publications;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Contracts.Publications;

/// <summary>Documents of the past keep the numbers and the days that they bear.</summary>
public abstract partial class PublicationContract
{
    private static readonly CycleId Past = Sample.Id(100);

    [Fact]
    public async Task A_document_of_the_past_is_entered_under_its_own_number_and_day()
    {
        var publications = Host<IPublications>();
        var approvals = new[] { new Approval(PersonId.Of("p-9"), "Lê Minh", Sha256.Of(Digest), Sample.Now) };
        (await publications.Reserve(Past, Document(72), null, None)).ShouldBe(Past);

        var entries = await AtOnce(4, _ => Host<IPublications>().Enter(Past, Document(72), Sha256.Of(Digest), approvals, Sample.Now, None));

        entries.Append((await publications.Of(Past, None)).ShouldHaveSingleItem()).Select(Said).Distinct().ShouldHaveSingleItem();
        (entries[0].Number, entries[0].At, entries[0].ImportedAt, entries[0].Sequence).ShouldBe(
            (PublicationNumber.InYear(72), VietnamTime.At(new DateOnly(2026, 1, 15), TimeOnly.MinValue), Sample.Now, 1));
        Said(entries[0].Approvals).ShouldBe(Said(approvals));
    }

    [Fact]
    public async Task A_number_that_is_not_reserved_is_not_entered()
    {
        await Host<IPublications>().Reserve(Sample.Id(), Document(72), null, None);

        await Should.ThrowAsync<InvalidOperationException>(() =>
            Host<IPublications>().Enter(Past, Document(72), Sha256.Of(Digest), [], Sample.Now, None));

        (await Host<IPublications>().Of(Past, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Counting_passes_over_the_numbers_that_are_reserved_in_that_year()
    {
        foreach (var (place, year) in ((int, int)[])[(2, 2026), (3, 2026), (1, 2025)])
        {
            (await Host<IPublications>().Reserve(Past, Document(place, year), null, None)).ShouldBe(Past);
        }

        (await Given(1)).ShouldBe(PublicationNumber.InYear(1));
        (await Given(2)).ShouldBe(PublicationNumber.InYear(4));
    }

    [Fact]
    public async Task A_number_that_was_given_is_not_reserved()
    {
        await Given(1);

        (await Host<IPublications>().Reserve(Past, Document(1), null, None)).ShouldBeNull();

        (await Host<IPublications>().Reserve(Past, Document(2), null, None)).ShouldBe(Past);
        (await Given(2)).ShouldBe(PublicationNumber.InYear(3));
        (await Host<IPublications>().Reserve(Past, Document(2), null, None)).ShouldBe(Past);
    }

    [Fact]
    public async Task A_number_is_reserved_for_one_cycle_until_that_one_leaves_it()
    {
        var holders = await AtOnce(6, number => Host<IPublications>().Reserve(Sample.Id(number), Document(72), null, None));
        var first = holders.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();

        (await Host<IPublications>().Reserve(Past, Document(72), Sample.Id(99), None)).ShouldBe(first);
        (await Host<IPublications>().Reserve(Past, Document(72), first, None)).ShouldBe(Past);
        (await Host<IPublications>().Reserve(first, Document(72), null, None)).ShouldBe(Past);
    }

    [Fact]
    public async Task Reserving_and_counting_at_once_give_no_number_twice()
    {
        var numbers = await AtOnce(12, async number => number % 2 == 0
            ? await Host<IPublications>().Reserve(Sample.Id(number), Document(1 + (number / 2)), null, None) is { } holder
                && holder == Sample.Id(number) ? PublicationNumber.InYear(1 + (number / 2)) : default(PublicationNumber?)
            : await Given(number));

        var given = numbers.OfType<PublicationNumber>().ToList();
        given.ShouldBeUnique();
        given.Count.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task After_a_lost_reply_the_number_is_reserved_and_entered_once()
    {
        var dying = Host<IPublications>(rows: new FaultyRows(Rows, atCommit: 1, before: false));
        await Should.ThrowAsync<IOException>(() => dying.Reserve(Past, Document(1), null, None));
        (await Host<IPublications>().Reserve(Past, Document(1), null, None)).ShouldBe(Past);

        var again = Host<IPublications>(rows: new FaultyRows(Rows, atCommit: 1, before: false));
        await Should.ThrowAsync<IOException>(() => again.Enter(Past, Document(1), Sha256.Of(Digest), [], Sample.Now, None));
        (await Host<IPublications>().Enter(Past, Document(1), Sha256.Of(Digest), [], Sample.Now.AddDays(1), None)).ImportedAt
            .ShouldBe(Sample.Now);

        (await Host<IPublications>().Of(Past, None)).Count.ShouldBe(1);
        (await Given(1)).ShouldBe(PublicationNumber.InYear(2));
    }

    [Fact]
    public async Task A_correction_of_a_document_of_the_past_is_counted_in_its_own_year_also_under_the_same_number()
    {
        var publications = Host<IPublications>();
        await publications.Reserve(Past, Document(1, 2025), null, None);
        await publications.Enter(Past, Document(1, 2025), Sha256.Of(Digest), [], Sample.Now, None);
        var correction = new Correction(PublicationNumber.InYear(1), "Nhầm số liệu", "Cục 2", Sample.Now, true);

        var corrected = await publications.Number(Past, Sha256.Of(new string('e', 64)), [], correction, Sample.Now, None);

        (corrected.Number, corrected.Sequence, corrected.At, corrected.ImportedAt)
            .ShouldBe((PublicationNumber.InYear(1), 2, Sample.Now, null));
        (await publications.Of(Past, None)).Last(entry => entry.IsCorrectedBy(correction)).Sequence.ShouldBe(1);
    }

    private static ImportedReport Document(int place, int year = 2026) =>
        new(PublicationNumber.InYear(place), new DateOnly(year, 1, 15));

    /// <summary>What the next report that was made here is numbered.</summary>
    private async Task<PublicationNumber> Given(int cycle) =>
        (await Host<IPublications>().Number(Sample.Id(cycle), Sha256.Of(Digest), [], null, Sample.Now, None)).Number;
}
