using System.Text;
using VksServerless.Application.Publications;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Contracts.Publications;

public abstract partial class PublicationContract : PortContract
{
    private static readonly string Digest = new('d', 64);

    [Fact]
    public async Task A_report_kept_twice_is_kept_once_under_one_digest()
    {
        var digest = await Host<IPublications>().Keep(Report(), None);

        (await Host<IPublications>().Keep(Report(), None)).ShouldBe(digest);
        (await Host<IPublications>().Keep(Report() with { Title = "Khác" }, None)).ShouldNotBe(digest);
    }

    [Fact]
    public async Task A_report_read_back_says_the_same_and_has_the_same_digest()
    {
        var digest = await Host<IPublications>().Keep(Report(), None);

        var read = (await Host<IPublications>().Report(Sample.Id(), digest, None)).ShouldNotBeNull();

        Said(read).ShouldBe(Said(Report()));
        (await Host<IPublications>().Keep(read, None)).ShouldBe(digest);
    }

    [Fact]
    public async Task What_was_never_kept_is_not_there() =>
        (await Host<IPublications>().Report(Sample.Id(), Sha256.Of(new string('d', 64)), None)).ShouldBeNull();

    [Fact]
    public async Task A_report_that_was_tampered_with_is_found_out()
    {
        var digest = await Host<IPublications>().Keep(Report(), None);
        await TamperWith($"reports/{Sample.Id()}/{digest}");

        await Should.ThrowAsync<InvalidDataException>(() => Host<IPublications>().Report(Sample.Id(), digest, None));
    }

    [Fact]
    public async Task Numbers_are_given_once_each_however_many_ask_at_once()
    {
        var hosts = Enumerable.Range(0, 12).Select(_ => Host<IPublications>()).ToList();

        var entries = await AtOnce(12, number => hosts[number].Number(Sample.Id(number), Sha256.Of(Digest), [], null, Sample.Now, None));

        entries.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 12).Select(PublicationNumber.InYear), ignoreOrder: true);
        entries.ShouldAllBe(entry => entry.Sequence == 1);
    }

    [Fact]
    public async Task The_same_report_gets_the_same_number_however_often_it_is_asked_for()
    {
        var approvals = new[] { new Approval(PersonId.Of("p-9"), "Lê Minh", Sha256.Of(Digest), Sample.Now) };
        var entries = await AtOnce(
            6, number =>
                Host<IPublications>().Number(Sample.Id(), Sha256.Of(Digest), approvals, null, Sample.Now.AddMinutes(number), None));

        var later = await Host<IPublications>().Number(Sample.Id(), Sha256.Of(Digest), [], null, Sample.Now.AddYears(1), None);

        entries.Append(later).Select(Said).Distinct().Count().ShouldBe(1);
        later.Number.ShouldBe(PublicationNumber.InYear(1));
        Said(later.Approvals).ShouldBe(Said(approvals));
        (await Host<IPublications>().Number(Sample.Id(2), Sha256.Of(Digest), [], null, Sample.Now, None))
            .Number.ShouldBe(PublicationNumber.InYear(2));
    }

    [Fact]
    public async Task After_a_lost_reply_the_number_is_the_one_that_was_given()
    {
        var dying = Host<IPublications>(rows: new FaultyRows(Rows, atCommit: 1, before: false));
        await Should.ThrowAsync<IOException>(() => dying.Number(Sample.Id(), Sha256.Of(Digest), [], null, Sample.Now, None));

        (await Host<IPublications>().Number(Sample.Id(), Sha256.Of(Digest), [], null, Sample.Now, None))
            .Number.ShouldBe(PublicationNumber.InYear(1));
        (await Host<IPublications>().Of(Sample.Id(), None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_year_begins_at_midnight_in_Vietnam_with_number_one()
    {
        var newYear = new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero);

        (await Host<IPublications>().Number(Sample.Id(1), Sha256.Of(Digest), [], null, newYear.AddMilliseconds(-2), None))
            .Number.ShouldBe(PublicationNumber.InYear(1));
        (await Host<IPublications>().Number(Sample.Id(2), Sha256.Of(Digest), [], null, newYear.AddMilliseconds(-1), None))
            .Number.ShouldBe(PublicationNumber.InYear(2));
        (await Host<IPublications>().Number(Sample.Id(3), Sha256.Of(Digest), [], null, newYear, None))
            .Number.ShouldBe(PublicationNumber.InYear(1));
    }

    [Fact]
    public async Task A_correction_follows_what_it_corrects()
    {
        var publications = Host<IPublications>();
        await publications.Number(Sample.Id(), Sha256.Of(Digest), [], null, Sample.Now, None);
        var correction = new Correction(PublicationNumber.InYear(1), "Nhầm số liệu", "Cục 2", Sample.Now, true);

        await publications.Number(Sample.Id(), Sha256.Of(new string('e', 64)), [], correction, Sample.Now.AddDays(1), None);

        var entries = await Host<IPublications>().Of(Sample.Id(), None);
        entries.Select(entry => (entry.Sequence, entry.Number))
            .ShouldBe([(1, PublicationNumber.InYear(1)), (2, PublicationNumber.InYear(2))]);
        entries[1].Correction.ShouldBe(correction);
        (await Host<IPublications>().Of(Sample.Id(2), None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_frozen_never_changes()
    {
        var publications = Host<IPublications>();
        var entry = await publications.Number(Sample.Id(), Sha256.Of(Digest), [], null, Sample.Now, None);
        (await publications.Open(entry, Rendition.Html, None)).ShouldBeNull();

        await publications.Freeze(entry, Rendition.Html, Encoding.UTF8.GetBytes("<p>Báo cáo</p>"), None);
        await publications.Freeze(entry, Rendition.Html, Encoding.UTF8.GetBytes("<p>Khác</p>"), None);

        (await publications.Open(entry, Rendition.Json, None)).ShouldBeNull();
        using var reader = new StreamReader((await publications.Open(entry, Rendition.Html, None)).ShouldNotBeNull());
        (await reader.ReadToEndAsync()).ShouldBe("<p>Báo cáo</p>");
    }

    private static SectorReport Report()
    {
        var terms = Sample.Cycle().Terms;
        var figures = Sample.Contribution(Sample.Unit(1), 12.50m).Figures;
        return new SectorReport(
            Sample.Id(),
            terms.Title,
            terms.Plan,
            terms.Period,
            terms.Form,
            new Completeness(1, 1, 1, 0, 1, 0),
            figures,
            [new NodeFigures(Sample.Province, "VKSND tỉnh Trà Vinh", UnitLevel.Province, new Completeness(1, 1, 1, 0, 1, 0), figures)],
            [new Narrative("kho-khan", FieldCode.Of("vuong-mac"), Sample.Unit(1), "Thiếu máy \"chủ\" & đường truyền <1 Mbps>")],
            [new AdjustmentMade(Sample.Province, FieldCode.Of("so-may"), -2.5m, "Trùng")],
            [new ManifestEntry(Sample.Unit(1), "VKSND huyện 1", Sample.Province, Tier.District, "accepted", true, 1,
                Sha256.Of(new string('a', 64)))]);
    }
}
