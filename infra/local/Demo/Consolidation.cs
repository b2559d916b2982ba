using VksServerless.Submissions;

namespace VksServerless.Local.Demo;

/// <summary>What sample provinces adjust in the sums of their districts.</summary>
internal static class Consolidation
{
    public static IReadOnlyList<Adjustment> Of(Part part, int seed)
    {
        var chances = Part.Chances(seed, part.Code, "adjustments");
        if (!part.HasSubordinates || chances.NextDouble() < 0.55)
        {
            return [];
        }

        List<Adjustment> usual =
        [
            new("may_tinh", -(1 + chances.Next(6)), "Trừ số máy tính đã điều chuyển từ cấp huyện về cấp tỉnh, được kê ở cả hai nơi."),
            new("luot_dao_tao", -(2 + chances.Next(15)), "Trừ số lượt dự lớp do cấp tỉnh tổ chức đã tính trong báo cáo của cấp tỉnh."),
            new("kinh_phi_dia_phuong", 1_000_000m * (10 + chances.Next(90)), "Bổ sung giá trị thiết bị địa phương bàn giao chung cho các đơn vị cấp huyện, chưa đơn vị nào kê."),
        ];
        return usual.GetRange(chances.Next(2), 1 + chances.Next(2));
    }
}
