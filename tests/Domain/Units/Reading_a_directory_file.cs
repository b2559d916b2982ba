using System.Text;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Tests.Units;

public class Reading_a_directory_file
{
    private const string TraVinh = "T84,\"Viện kiểm sát nhân dân tỉnh Trà Vinh\",province,VKSTC,,t84@vks.example,2015-06-01,";

    [Fact]
    public async Task Takes_a_byte_order_mark_carriage_returns_blank_lines_and_spaces()
    {
        byte[] file = [
            0xEF, 0xBB, 0xBF,
            .. Encoding.UTF8.GetBytes(
                $"{A_directory_file.Heading}\r\n\r\n{A_directory_file.Root}\r\n,,,,,,,\r\n T84 , \"Trà Vinh\" " +
                $",province,VKSTC,,,2015-06-01,\r\n")];

        var lines = (await DirectoryCsv.Read(new MemoryStream(file), CancellationToken.None)).Value;

        lines.Select(line => (line.Number, line.Code)).ShouldBe([(3, "VKSTC"), (5, "T84")]);
        lines[1].Name.ShouldBe("Trà Vinh");
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Takes_the_separators_that_a_Vietnamese_Excel_writes(char separator)
    {
        var directory = (
            await A_directory_file.Load(
                A_directory_file.Heading.Replace(',', separator), A_directory_file.Root.Replace(',', separator),
                TraVinh.Replace(',', separator))).Value;

        directory.NameOf(UnitCode.Of("T84")).ShouldBe("Viện kiểm sát nhân dân tỉnh Trà Vinh");
    }

    [Fact]
    public async Task Takes_the_columns_in_any_order()
    {
        var directory = (
            await A_directory_file.Load("Valid_To,valid_from,MAILS,head,superior,level,name,code", ",2015-06-01,,,,sector,Tối cao,VKSTC"))
                .Value;

        directory.NameOf(UnitCode.Sector).ShouldBe("Tối cao");
    }

    [Theory]
    [InlineData("code,name,level,superior,head,mails,valid_from", "column-missing")]
    [InlineData("code,name,level,superior,head,mails,valid_from,valid_to,phone", "column-unknown")]
    [InlineData("code,name,level,superior,head,mails,valid_from,valid_to,", "column-unknown")]
    [InlineData("code,name,level,superior,head,mails,valid_from,valid_to,code", "column-duplicate")]
    public async Task Refuses_a_heading_that_is_not_the_eight_columns(string heading, string rule) =>
        await ShouldBeUnreadable(A_directory_file.Of(heading, A_directory_file.Root), ("line 1", rule));

    [Theory]
    [InlineData("T84,Trà Vinh,province", "columns")]
    [InlineData("T84,Trà Vinh,province,VKSTC,,,2015-06-01,,,", "columns")]
    [InlineData("T84,\"Trà Vinh,province,VKSTC,,,2015-06-01,", "quotes")]
    [InlineData("T84,\"Trà\"Vinh,province,VKSTC,,,2015-06-01,", "quotes")]
    [InlineData("T84,Trà\"Vinh,province,VKSTC,,,2015-06-01,", "quotes")]
    [InlineData("T84,Trà\0Vinh,province,VKSTC,,,2015-06-01,", "control-character")]
    [InlineData("T84,Trà\rVinh,province,VKSTC,,,2015-06-01,", "control-character")]
    public async Task Refuses_a_line_that_cannot_be_taken_apart(string line, string rule)
    {
        var refusal = (await A_directory_file.Load(A_directory_file.Heading, A_directory_file.Root, line, TraVinh)).Refusal!;

        (refusal.Type, refusal.Kind).ShouldBe(("directory-unreadable", RefusalKind.Malformed));
        refusal.Errors.Select(error => (error.Place, error.Rule)).ShouldContain(("line 3", rule));
        refusal.Errors.ShouldAllBe(error => error.Place == "line 3");
    }

    [Fact]
    public async Task Refuses_every_such_line_at_once() =>
        await ShouldBeUnreadable(
            A_directory_file.Of(A_directory_file.Heading, "T84", A_directory_file.Root, "T85,a\"b,province,VKSTC,,,2015-06-01,"),
            ("line 2", "columns"), ("line 4", "quotes"));

    [Fact]
    public async Task Refuses_what_is_not_utf_8() =>
        await ShouldBeUnreadable(
            [.. A_directory_file.Of(A_directory_file.Heading, A_directory_file.Root, "T84,"), 0xE0, 0x20], ("line 3", "encoding"));

    [Fact]
    public async Task Refuses_utf_16() =>
        A_directory_file.Faults(await A_directory_file.Load([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(A_directory_file.Heading)]))
            .ShouldContain(("line 1", "encoding"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    public async Task Refuses_an_empty_file(string text) => await ShouldBeUnreadable(Encoding.UTF8.GetBytes(text), ("line 1", "empty"));

    [Theory]
    [InlineData("PK\u0003\u0004")]
    [InlineData("\"")]
    public async Task Refuses_a_file_that_is_something_else(string text) =>
        A_directory_file.Faults(await A_directory_file.Load(text)).ShouldContain(("line 1", "column-missing"));

    [Fact]
    public async Task Refuses_a_very_long_line() =>
        await ShouldBeUnreadable(A_directory_file.Of(A_directory_file.Heading, new string('a', 100_000)), ("line 2", "line-length"));

    [Fact]
    public async Task Refuses_a_line_of_very_many_columns() =>
        await ShouldBeUnreadable(A_directory_file.Of(A_directory_file.Heading, new string(',', 8_000) + "x"), ("line 2", "columns"));

    [Fact]
    public async Task Refuses_a_line_of_50_megabytes_after_reading_five()
    {
        using var file = new MemoryStream(new byte[50 * 1024 * 1024]);

        var refusal = (await DirectoryCsv.Read(file, CancellationToken.None)).Refusal!;

        (refusal.Type, refusal.Kind).ShouldBe(("directory-too-large", RefusalKind.TooLarge));
        file.Position.ShouldBeLessThan(DirectoryCsv.MaxBytes + 100_000);
    }

    [Fact]
    public async Task Throws_for_no_bytes_whatever()
    {
        var chance = new Random(20180720);
        var alphabet = "\",;\t\r\n=a\0\uFEFFễ"u8.ToArray();
        for (var round = 0; round < 2_000; round++)
        {
            byte[] file = [.. round % 2 == 0 ? A_directory_file.Of(A_directory_file.Heading, "") : [], .. chance.GetItems(alphabet, 60)];

            (await A_directory_file.Load(file)).Refusal.ShouldNotBeNull();
        }
    }

    private static async Task ShouldBeUnreadable(byte[] file, params (string Place, string Rule)[] faults)
    {
        var outcome = await A_directory_file.Load(file);

        outcome.Refusal!.Type.ShouldBe("directory-unreadable");
        A_directory_file.Faults(outcome).ShouldBe(faults);
    }
}
