using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.People;

public class Comparing_registers
{
    private static readonly DateOnly NewYear = new(2018, 1, 1);

    private static readonly Person A = new(
        PersonId.Of("a"), "Trần Văn A", "a@vks.example", [new Post(Role.UnitHead, UnitCode.Of("T84"), NewYear)]);

    private static readonly Person B = new(PersonId.Of("b"), "Lê Thị B", null, [new Post(Role.UnitReporter, UnitCode.Of("T84"), NewYear)]);

    [Fact]
    public void Names_who_comes_and_who_goes_with_their_posts()
    {
        var difference = Between([A], [B]);

        difference.Changes.Select(change => (change.Person, change.Kind, change.What.ShouldHaveSingleItem())).ShouldBe(
        [
            (A.Id, PersonChangeKind.Gone, "Bỏ: Thủ trưởng đơn vị của T84 từ 01/01/2018, không thời hạn."),
            (B.Id, PersonChangeKind.Added, "Thêm: Cán bộ tổng hợp của T84 từ 01/01/2018, không thời hạn."),
        ]);
        (difference.Count(PersonChangeKind.Gone), difference.Count(PersonChangeKind.Changed)).ShouldBe((1, 0));
    }

    [Fact]
    public void Names_every_change_of_a_person()
    {
        var change = Between([A, B], [B with
        {
            Name = "Lê Thị Bình",
            Mail = "b@vks.example",
            Posts =
            [
                B.Posts[0] with { To = new DateOnly(2018, 6, 30) },
                new Post(Role.UnitHead, UnitCode.Of("T84"), new DateOnly(2018, 7, 1), new DateOnly(2018, 8, 31), A.Id),
            ],
        }, A with { Posts = [A.Posts[0] with { From = new DateOnly(2018, 2, 1) }] }]).Changes;

        change[0].ShouldSatisfyAllConditions(
            () => (change[0].Name, change[0].Kind).ShouldBe(("Lê Thị Bình", PersonChangeKind.Changed)),
            () => change[0].What.ShouldBe(
            [
                "Họ tên: Lê Thị B → Lê Thị Bình.",
                "Thư: không có → b@vks.example.",
                "Đổi: Cán bộ tổng hợp của T84 từ 01/01/2018, đến hết 30/06/2018 (trước đây không thời hạn).",
                "Thêm: Thủ trưởng đơn vị của T84 từ 01/07/2018, đến hết 31/08/2018, thay a.",
            ]));
        change[1].What.ShouldBe(
        [
            "Bỏ: Thủ trưởng đơn vị của T84 từ 01/01/2018, không thời hạn.",
            "Thêm: Thủ trưởng đơn vị của T84 từ 01/02/2018, không thời hạn.",
        ]);
    }

    [Fact]
    public void Finds_nothing_where_only_the_order_is_another() => Between([A, B], [B, A]).Changes.ShouldBeEmpty();

    private static PeopleDifference Between(IReadOnlyList<Person> before, IReadOnlyList<Person> after) =>
        PeopleDifference.Between(PeopleRegister.Of(before), PeopleRegister.Of(after));
}
