using VksServerless.Units;

namespace VksServerless.Tests.Units;

public class Comparing_directories
{
    [Fact]
    public void Says_of_each_unit_what_is_different_and_leaves_out_what_is_not()
    {
        var after = UnitDirectory.Of(
        [
            .. ADirectory.Small.Units.Where(unit => unit.Code != ADirectory.Code("P3-B")).Select(unit => unit.Code.ToString() switch
            {
                "P1-A" => unit with { Name = "Tên mới", Superior = ADirectory.Code("P2"), Head = "", Mails = [], ValidTo = ADirectory.Day },
                _ => unit,
            }),
            ADirectory.Unit("P4", UnitLevel.Province, "VKSTC"),
        ]);

        var changes = DirectoryDifference.Between(ADirectory.Small, after).Changes;

        changes.Select(change => $"{change.Unit} {change.Kind}").ShouldBe(["P3-B Gone", "P1-A Changed", "P4 Added"]);
        changes[1].What.ShouldBe(
        [
            "Tên: Đơn vị P1-A → Tên mới.", "Cấp trên: Đơn vị P1 (P1) → Đơn vị P2 (P2).", "Thủ trưởng: Viện trưởng → không có.",
            "Thư: p1-a@vks.example → không có.", "Thời hạn: không thời hạn → đến hết 01/07/2025.",
        ]);
        changes[2].What.ShouldBe(["Trực thuộc Đơn vị VKSTC (VKSTC), hoạt động từ 01/06/2015, không thời hạn."]);
    }

    [Fact]
    public void That_are_the_same_finds_nothing() =>
        DirectoryDifference.Between(ADirectory.Small, ADirectory.Small).Changes.ShouldBeEmpty();
}
