using VksServerless.Application.Publications;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Contracts.Publications;

public abstract class SectorTextContract : PortContract
{
    private static readonly CycleId Cycle = CycleId.From(PersonId.Of("p-01"), "text");

    [Fact]
    public async Task What_was_saved_is_what_another_host_reads()
    {
        var etag = await Host<ISectorTexts>().Save(Cycle, Text("Một.\nHai."), ETag.None, None);

        var read = (await Host<ISectorTexts>().Read(Cycle, None)).ShouldNotBeNull();

        read.ETag.ShouldBe(etag.ShouldNotBeNull());
        Said(read.Value).ShouldBe(Said(Text("Một.\nHai.")));
        (await Host<ISectorTexts>().Read(CycleId.From(PersonId.Of("p-01"), "other"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_longest_there_can_be_is_kept() =>
        (await Host<ISectorTexts>().Save(Cycle, Text(new string('ệ', SectorText.MostOfAll)), ETag.None, None)).ShouldNotBeNull();

    [Fact]
    public async Task A_stale_etag_changes_nothing()
    {
        var first = (await Host<ISectorTexts>().Save(Cycle, Text("Một."), ETag.None, None)).ShouldNotBeNull();
        (await Host<ISectorTexts>().Save(Cycle, Text("Hai."), first, None)).ShouldNotBeNull();

        (await Host<ISectorTexts>().Save(Cycle, Text("Ba."), first, None)).ShouldBeNull();
        (await Host<ISectorTexts>().Save(Cycle, Text("Ba."), ETag.None, None)).ShouldBeNull();

        (await Host<ISectorTexts>().Read(Cycle, None))!.Value.Sections["chi_dao"].ShouldBe("Hai.");
    }

    private static SectorText Text(string words) =>
        new(new Dictionary<string, string> { ["chi_dao"] = words }, "Cục 2", Sample.Now);
}
