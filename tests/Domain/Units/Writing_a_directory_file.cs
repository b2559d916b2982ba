using System.Text;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Tests.Units;

public class Writing_a_directory_file
{
    [Fact]
    public async Task And_reading_it_again_yields_the_same_units()
    {
        var again = (await A_directory_file.Load(await Write(DirectoryFile.Shipped))).Value;

        again.Units.Select(AsText).ShouldBe(DirectoryFile.Shipped.Units.Select(AsText));
    }

    [Fact]
    public async Task Keeps_quotes_separators_several_mails_and_the_last_day()
    {
        var directory = (await A_directory_file.Load(
            A_directory_file.Heading, A_directory_file.Root,
            "T84,\"Tên có \"\"ngoặc\"\", phẩy; chấm phẩy\",province,VKSTC,,a@vks.example;b@vks.example,2015-06-01,2025-06-30")).Value;

        var again = (await A_directory_file.Load(await Write(directory))).Value;

        again.Units.Select(AsText).ShouldBe(directory.Units.Select(AsText));
        again.Units[1].Name.ShouldBe("Tên có \"ngoặc\", phẩy; chấm phẩy");
        again.Units[1].Mails.ShouldBe(["a@vks.example", "b@vks.example"]);
        again.Units[1].ValidTo.ShouldBe(new DateOnly(2025, 6, 30));
    }

    [Fact]
    public async Task Of_the_empty_directory_round_trips() =>
        (await A_directory_file.Load(await Write(UnitDirectory.Empty))).Value.Units.Select(AsText)
            .ShouldBe(UnitDirectory.Empty.Units.Select(AsText));

    [Fact]
    public async Task Begins_with_a_byte_order_mark_and_the_heading() =>
        Encoding.UTF8.GetString(await Write(UnitDirectory.Empty)).ShouldStartWith("\uFEFF" + A_directory_file.Heading + "\r\n");

    private static async Task<byte[]> Write(UnitDirectory directory)
    {
        using var file = new MemoryStream();
        await DirectoryCsv.Write(directory, file, CancellationToken.None);
        return file.ToArray();
    }

    // Records compare their lists by reference; the line of a unit holds everything that it is.
    private static UnitLine AsText(Unit unit) => UnitLine.Of(0, unit);
}
