using VksServerless.Documents.Units;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.People;

public class Checking_a_register
{
    [Fact]
    public async Task Names_every_bad_line_with_its_rule_at_once()
    {
        var outcome = await ARegister.Load(
            "p-1,Trần Văn A,a@vks.example,unit-head,T84,2018-01-01,,",
            ",Không mã,,centre,C2,2018-01-01,,",
            "p-3,,,centre,C2,2018-01-01,,",
            "p-4,Thư sai,không phải thư,centre,C2,2018-01-01,,",
            "p-5,Vai trò lạ,,king,C2,2018-01-01,,",
            "p-6,Phần mềm,,machine,C2,2018-01-01,,",
            "p-7,Đơn vị lạ,,unit-head,T999,2018-01-01,,",
            "p-8,Ngày sai,,centre,C2,01/01/2018,,",
            "p-9,Ngày cuối sai,,centre,C2,2018-01-01,2018-02-30,",
            "p-10,Ngược,,centre,C2,2018-01-01,2017-12-31,",
            "p-11,Lãnh đạo ở tỉnh,,leadership,T84,2018-01-01,,",
            "p-12,Thủ trưởng toàn Ngành,,unit-head,VKSTC,2018-01-01,,",
            "p-13,Cán bộ toàn Ngành,,unit-reporter,VKSTC,2018-01-01,,",
            "p-14,Thay người lạ,,unit-head,T84,2018-01-01,2018-02-01,p-99",
            "p-15,Thay chính mình,,unit-head,T84,2018-01-01,2018-02-01,p-15",
            "p-16,Thay mãi,,unit-head,T84,2018-01-01,,p-1",
            "p-17,Thay quá lâu,,unit-head,T84,2018-01-01,2019-01-01,p-1",
            "p-1,Tên khác,a@vks.example,unit-head,T01,2018-01-01,,",
            "p-1,Trần Văn A,a@vks.example,unit-head,T84,2020-01-01,2020-02-01,",
            "p-20,=HYPERLINK(1),,centre,C2,2018-01-01,,",
            "p-21,Chữ \u202Eđảo chiều,,centre,C2,2018-01-01,,",
            "system,Hệ thống,,centre,C2,2018-01-01,,");

        outcome.Refusal!.Type.ShouldBe("people-invalid");
        ARegister.Faults(outcome).ShouldBe(
        [
            ("line 3", "id"), ("line 4", "name"), ("line 5", "mail"), ("line 6", "role"), ("line 7", "role"), ("line 8", "unit-unknown"),
            ("line 9", "from"), ("line 10", "to"), ("line 11", "period"), ("line 12", "role-unit"), ("line 13", "role-unit"),
            ("line 14", "role-unit"), ("line 15", "in-place-of-unknown"), ("line 16", "in-place-of-oneself"),
            ("line 17", "in-place-of-undated"), ("line 18", "in-place-of-too-long"), ("line 19", "differs"), ("line 20", "overlap"),
            ("line 21", "formula"), ("line 22", "name"), ("line 23", "id-reserved"),
        ]);
    }

    [Fact]
    public async Task Names_every_fault_of_one_line() =>
        ARegister.Faults(await ARegister.Load("+,,x,y,z,1,2,w")).ShouldBe(
        [
            ("line 2", "in-place-of-unknown"), ("line 2", "name"), ("line 2", "mail"), ("line 2", "formula"), ("line 2", "role"),
            ("line 2", "unit-unknown"), ("line 2", "from"), ("line 2", "to"),
        ]);

    [Fact]
    public async Task Takes_several_posts_of_a_person_in_the_order_of_the_file()
    {
        var register = (await ARegister.Load(
            "p-2,Lê Thị B,,unit-reporter,T84,2018-01-01,2018-06-30,",
            "p-1,Trần Văn A,a@vks.example,unit-head,T84,2018-01-01,,",
            "p-2,Lê Thị B,,unit-reporter,T84,2018-07-01,,",
            "p-2,Lê Thị B,,unit-head,T84,2018-02-01,2019-01-31,p-1")).Value;

        register.People.Select(person => (person.Id.ToString(), person.Posts.Count)).ShouldBe([("p-2", 3), ("p-1", 1)]);
        register.People[0].Posts[2].ShouldBe(new Post(
            Role.UnitHead, UnitCode.Of("T84"), new DateOnly(2018, 2, 1), new DateOnly(2019, 1, 31), PersonId.Of("p-1")));
        register.Find(PersonId.Of("p-1"))!.Mail.ShouldBe("a@vks.example");
        register.Find(PersonId.Of("p-2"))!.Mail.ShouldBeNull();
    }

    [Fact]
    public async Task Takes_its_own_lines_back_as_the_same_register()
    {
        var register = (await ARegister.Load(
            "p-1,\"Trần \"\"Văn\"\", A\",a@vks.example,unit-head,T84,2018-01-01,,",
            "p-2,Lê Thị B,,unit-head,T84,2018-02-01,2018-03-31,p-1")).Value;
        using var file = new MemoryStream();

        await Documents.People.PeopleCsv.Write(register, file, CancellationToken.None);

        var again = (await ARegister.Load(file.ToArray())).Value;
        again.Lines.ShouldBe(register.Lines);
        PeopleDifference.Between(register, again).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wants_a_line_and_our_heading()
    {
        ARegister.Faults(await ARegister.Load()).ShouldBe([("line 1", "line-count")]);
        (await ARegister.Load("x"u8.ToArray())).Refusal!.Type.ShouldBe("people-unreadable");
    }

    [Fact]
    public void Says_places_as_it_is_asked_to() =>
        PeopleRegister.Build([new PersonLine(3, "p-1", "A", "", "king", "C2", "2018-01-01", "", "")], DirectoryFile.Shipped,
            number => $"/posts/{number}").Refusal!.Errors.ShouldHaveSingleItem().Place.ShouldBe("/posts/3");
}
