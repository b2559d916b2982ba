namespace VksServerless.Local.Demo;

/// <summary>A fault that people make, and the words with which a superior returns the report.</summary>
/// <param name="Spoil">From the right answer to the wrong one; the form takes both.</param>
internal sealed record Slip(string Field, string Reason, Func<object, object> Spoil)
{
    private static readonly Slip[] Usual =
    [
        new("may_tinh", "Số máy tính đang sử dụng gấp nhiều lần số công chức, viên chức, người lao động của đơn vị, có thể thừa một chữ số 0. Đề nghị kiểm tra, sửa và nộp lại.",
            right => (int)right * 10),
        new("kinh_phi_nganh", "Kinh phí ghi theo triệu đồng; đề cương yêu cầu ghi bằng đồng, không làm tròn. Đề nghị sửa và nộp lại.",
            right => decimal.Floor((decimal)right / 1_000_000)),
        new("danh_gia_trien_khai", "Phần đánh giá còn chung chung, chưa nêu phần mềm cụ thể, chưa nêu tồn tại, hạn chế và nguyên nhân. Đề nghị bổ sung.",
            _ => "Đơn vị đã triển khai tốt các phần mềm của Ngành."),
        new("so_nguoi_su_dung", "Số người sử dụng hằng tuần lớn hơn tổng số người của đơn vị. Đề nghị đối chiếu với danh sách tài khoản rồi nộp lại.",
            right => ((int)right + 1) * 3),
    ];

    public static Slip Any(Random chances) => Usual[chances.Next(Usual.Length)];
}
