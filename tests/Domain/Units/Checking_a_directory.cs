using VksServerless.Units;

namespace VksServerless.Tests.Units;

public class Checking_a_directory
{
    [Fact]
    public async Task Names_every_bad_line_with_its_rule_at_once()
    {
        var outcome = await A_directory_file.Load(
            A_directory_file.Heading,
            A_directory_file.Root,
            "t84,Mã viết thường,province,VKSTC,,,2015-06-01,",
            "T01,,province,VKSTC,,,2015-06-01,",
            "T02,Cấp lạ,region,VKSTC,,,2015-06-01,",
            "T03,Cấp trên viết sai,province,vkstc,,,2015-06-01,",
            "T04,Cấp trên không có,province,KHONG-CO,,,2015-06-01,",
            "T05,Thư sai,province,VKSTC,,không phải thư,2015-06-01,",
            "T06,Ngày sai,province,VKSTC,,,01/06/2015,",
            "T07,Ngày kết thúc sai,province,VKSTC,,,2015-06-01,2015-02-30",
            "T08,Kết thúc trước khi bắt đầu,province,VKSTC,,,2015-06-01,2015-05-31",
            "T09,Một,province,VKSTC,,,2015-06-01,",
            "T09,Hai,province,VKSTC,,,2015-06-01,",
            "T10,Huyện trực thuộc gốc,district,VKSTC,,,2015-06-01,",
            "T11,Gốc thứ hai,sector,VKSTC,,,2015-06-01,",
            "T12,Vòng,province,T13,,,2015-06-01,",
            "T13,Vòng,province,T12,,,2015-06-01,",
            "T14,=HYPERLINK(1),province,VKSTC,,,2015-06-01,",
            "T15,Người đứng đầu,province,VKSTC,@SUM(1),,2015-06-01,",
            "T16,Thư,province,VKSTC,,;=t16@vks.example,2015-06-01,",
            "T17,Chữ \u202Eđảo chiều,province,VKSTC,,,2015-06-01,",
            $"T18,Đầu dài,province,VKSTC,{new string('a', 201)},,2015-06-01,",
            $"T19,Nhiều thư,province,VKSTC,,{string.Join(';', Enumerable.Repeat("a@vks.example", 11))},2015-06-01,");

        outcome.Refusal!.Type.ShouldBe("directory-invalid");
        A_directory_file.Faults(outcome).ShouldBe(
            [
                ("line 3", "code"), ("line 4", "name"), ("line 5", "level"), ("line 6", "superior"), ("line 7", "superior-unknown"),
                ("line 8", "mail"), ("line 9", "valid_from"), ("line 10", "valid_to"), ("line 11", "validity"), ("line 13", "duplicate"),
                ("line 14", "superior-level"), ("line 15", "superior-level"), ("line 16", "superior-cycle"), ("line 17", "superior-cycle"),
                ("line 18", "formula"), ("line 19", "formula"), ("line 20", "formula"), ("line 21", "name"), ("line 22", "head"),
                ("line 23", "mail-count"),
            ]);
    }

    [Fact]
    public async Task Names_every_fault_of_one_line() =>
        A_directory_file.Faults(await A_directory_file.Load(A_directory_file.Heading, A_directory_file.Root, "x,,y,z,,w,1,2"))
            .ShouldBe([("line 3", "code"), ("line 3", "name"), ("line 3", "level"), ("line 3", "superior"), ("line 3", "mail"),
                ("line 3", "valid_from"), ("line 3", "valid_to")]);

    [Fact]
    public async Task Does_not_blame_a_subordinate_for_its_superiors_bad_line() =>
        A_directory_file.Faults(await A_directory_file.Load(
            A_directory_file.Heading, A_directory_file.Root, "T84,,province,VKSTC,,,2015-06-01,",
            "T84-CL,Càng Long,district,T84,,,2015-06-01,"))
            .ShouldBe([("line 3", "name")]);

    [Fact]
    public async Task Demands_the_sector() =>
        A_directory_file.Faults(await A_directory_file.Load(A_directory_file.Heading, "T01,Hà Nội,province,T01,,,2015-06-01,"))
            .ShouldContain(("line 1", "sector-missing"));

    [Fact]
    public async Task Demands_that_the_sector_stands_at_the_top() =>
        A_directory_file.Faults(await A_directory_file.Load(A_directory_file.Heading, "VKSTC,Tối cao,province,,,,2015-06-01,"))
            .ShouldBe([("line 2", "sector")]);

    [Fact]
    public async Task Refuses_a_heading_without_lines() =>
        A_directory_file.Faults(await A_directory_file.Load(A_directory_file.Heading)).ShouldBe([("line 1", "line-count")]);

    [Fact]
    public async Task Refuses_more_units_than_it_holds() =>
        A_directory_file.Faults(
            await A_directory_file.Load([A_directory_file.Heading, .. Enumerable.Repeat("A,B,,,,,,", UnitDirectory.MaxUnits + 1)]))
            .ShouldBe([("line 1", "line-count")]);

    [Fact]
    public async Task Counts_every_fault_and_lists_the_first_thousand()
    {
        var outcome = await A_directory_file.Load(
            [A_directory_file.Heading, A_directory_file.Root, .. Enumerable.Repeat("x,Tên,province,VKSTC,,,2015-06-01,", 2_000)]);

        outcome.Refusal!.Errors.Count.ShouldBe(1_000);
        outcome.Refusal.Detail.ShouldContain("2000");
    }

    [Fact]
    public async Task Composes_names_that_were_written_decomposed()
    {
        var decomposed = A_directory_file.Root.Normalize(System.Text.NormalizationForm.FormD);
        decomposed.ShouldNotBe(A_directory_file.Root);

        (await A_directory_file.Load(A_directory_file.Heading, decomposed)).Value.Units[0].Name.ShouldBe("Viện kiểm sát nhân dân tối cao");
    }
}
