namespace VksServerless.Local.Demo;

/// <summary>Sentences from which sample reports are put together.</summary>
internal static class Phrases
{
    public static readonly string[] Direction =
    [
        "Lãnh đạo đơn vị đã quán triệt đầy đủ các chỉ thị, kế hoạch của Ngành về ứng dụng công nghệ thông tin đến toàn thể công chức, viên chức.",
        "Hằng năm đơn vị đều đưa nhiệm vụ ứng dụng công nghệ thông tin vào chương trình công tác và lấy kết quả thực hiện làm căn cứ xét thi đua.",
        "Việc kiểm tra đã chỉ ra một số bộ phận còn nhập dữ liệu chậm; đơn vị đã yêu cầu khắc phục trong quý.",
        "Người đứng đầu trực tiếp phụ trách, giao ban hằng tháng đều có nội dung kiểm điểm tiến độ.",
    ];

    public static readonly string[] WithBoard =
    [
        "Ban Chỉ đạo (Tổ) ứng dụng công nghệ thông tin được kiện toàn khi có thay đổi nhân sự và hoạt động theo quy chế.",
        "Tổ ứng dụng công nghệ thông tin đã hướng dẫn, hỗ trợ kịp thời khi phần mềm gặp lỗi.",
    ];

    public static readonly string[] WithoutBoard =
    [
        "Do biên chế ít, đơn vị chưa thành lập Tổ ứng dụng công nghệ thông tin mà phân công một lãnh đạo và một công chức kiêm nhiệm.",
        "Đơn vị chưa có Tổ riêng; nhiệm vụ do bộ phận tham mưu tổng hợp đảm nhiệm nên có lúc chưa kịp thời.",
    ];

    public static readonly string[] Investment =
    [
        "Trang thiết bị được mua sắm tập trung, bàn giao có biên bản và sử dụng đúng mục đích.",
        "Hệ thống mạng nội bộ được lắp đặt từ nhiều năm trước, đã xuống cấp, tốc độ chậm vào giờ cao điểm.",
        "Kinh phí được sử dụng đúng dự toán, quyết toán đúng thời hạn.",
        "Việc đào tạo, tập huấn gắn với từng phần mềm nên công chức sử dụng được ngay sau khi học.",
    ];

    public static readonly string[] TooFew =
    [
        "Số máy tính chưa đủ cho mỗi người một máy; một số máy cấp trước năm 2012 không cài được phần mềm mới.",
        "Nhiều máy tính đã hết khấu hao, hỏng ổ cứng, phải sửa chữa nhiều lần.",
    ];

    public static readonly string[] Enough =
    [
        "Máy tính cơ bản đáp ứng yêu cầu công việc; máy cũ được điều chuyển cho bộ phận lưu trữ.",
        "Thiết bị được bảo trì định kỳ sáu tháng một lần nên hoạt động ổn định.",
    ];

    public static readonly string[] Use =
    [
        "Phần mềm thống kê, quản lý án hình sự được cập nhật hằng ngày và thay cho sổ theo dõi trên giấy.",
        "Thư điện tử công vụ được dùng thường xuyên để gửi, nhận báo cáo với cấp trên.",
        "Dữ liệu cũ chưa được số hóa đầy đủ nên việc tra cứu án các năm trước còn chậm.",
        "Hội nghị truyền hình giúp tiết kiệm thời gian và chi phí đi lại.",
    ];

    public static readonly string[] UsedWell =
    [
        "Kiểm sát viên đã quen trình bày chứng cứ bằng hình ảnh số tại phiên tòa; cách làm này có thể nhân rộng.",
        "Đa số công chức tự khai thác được số liệu phục vụ báo cáo mà không phải nhờ bộ phận thống kê.",
    ];

    public static readonly string[] UsedLittle =
    [
        "Một số công chức lớn tuổi còn ngại sử dụng, vẫn ghi sổ rồi nhờ người khác nhập lại.",
        "Phần mềm quản lý văn bản mới dùng ở bước tiếp nhận; việc xử lý vẫn thực hiện trên giấy.",
    ];

    public static readonly string[] InvestmentTroubles =
    [
        "Kinh phí hằng năm chủ yếu cho chi thường xuyên, phần dành cho công nghệ thông tin rất hạn chế.",
        "Thủ tục thẩm định, phê duyệt kéo dài nên thiết bị về đến đơn vị đã qua một đời máy.",
        "Chưa có định mức bảo trì, thay thế thiết bị; khi hỏng phải chờ bổ sung dự toán.",
        "Ngân sách địa phương hỗ trợ không đều, phụ thuộc khả năng từng năm.",
    ];

    public static readonly string[] UseTroubles =
    [
        "Các phần mềm chưa liên thông, một vụ án phải nhập nhiều lần ở các phần mềm khác nhau.",
        "Đường truyền hay gián đoạn vào cuối kỳ báo cáo, khi nhiều đơn vị cùng gửi số liệu.",
        "Cán bộ công nghệ thông tin kiêm nhiệm, thường xuyên thay đổi nên không nắm được hệ thống.",
        "Phần mềm chưa kịp cập nhật theo quy định mới của Bộ luật Tố tụng hình sự năm 2015.",
        "Chưa có phần mềm diệt mã độc bản quyền cho tất cả các máy.",
    ];

    public static readonly string[] Directions =
    [
        "Phấn đấu mỗi công chức có một máy tính nối mạng và sử dụng thành thạo các phần mềm nghiệp vụ.",
        "Ưu tiên số hóa hồ sơ vụ án và liên thông dữ liệu giữa ba cấp kiểm sát.",
        "Từng bước bỏ báo cáo giấy, chuyển sang gửi, nhận, xử lý văn bản trên môi trường mạng.",
        "Coi bảo đảm an toàn thông tin là yêu cầu bắt buộc của mọi hệ thống.",
    ];

    public static readonly string[] Tasks =
    [
        "Xây dựng phần mềm quản lý án thống nhất, nhập một lần, dùng nhiều nơi; Cục 2 chủ trì, hoàn thành trong hai năm.",
        "Nâng cấp mạng nội bộ và đường truyền đến cấp huyện; Cục Kế hoạch - Tài chính phối hợp với Cục 2 thực hiện.",
        "Mở lớp tập huấn hằng năm theo vị trí việc làm, có kiểm tra cuối khóa.",
        "Bố trí ít nhất một công chức chuyên trách công nghệ thông tin ở mỗi Viện kiểm sát cấp tỉnh.",
        "Ban hành quy chế bảo trì, thay thế thiết bị theo chu kỳ năm năm.",
    ];

    private static readonly string[] Programs =
    [
        "Thống kê án hình sự", "Quản lý án hình sự", "Quản lý văn bản và điều hành", "Quản lý cán bộ", "Kế toán hành chính sự nghiệp", "Quản lý đơn khiếu nại, tố cáo", "Thư điện tử công vụ",
    ];

    public static string Pick(Random chances, params string[] from) => from[chances.Next(from.Length)];

    /// <summary>Two paragraphs of distinct sentences.</summary>
    public static string Paragraphs(Random chances, string[] general, string[] particular)
    {
        var first = chances.GetItems(general, 2).Distinct().ToList();
        var second = chances.GetItems(particular, 2).Distinct().Except(first).ToList();
        return second.Count == 0 ? string.Join(' ', first) : $"{string.Join(' ', first)}\n{string.Join(' ', second)}";
    }

    public static string Software(Random chances) => string.Join("; ", chances.GetItems(Programs, 3).Distinct());
}
