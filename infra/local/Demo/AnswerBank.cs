using VksServerless.Units;

namespace VksServerless.Local.Demo;

/// <summary>What sample units answer to the ten-year review: figures that fit one another, and sentences that fit the figures.</summary>
internal sealed class AnswerBank(int seed)
{
    /// <param name="spoilt">With the part's slip; without it the very same answers, right.</param>
    public SortedDictionary<string, object> Answers(Part part, bool spoilt)
    {
        var chances = Part.Chances(seed, part.Code, "answers");
        var answers = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var size = UnitSize.Of(part.Unit, chances);
        Direction(answers, part, chances);
        Means(answers, size, chances);
        Money(answers, size, chances);
        Use(answers, size, chances);
        Outlook(answers, size, chances);
        if (part.Unit.Level == UnitLevel.Department && part.Code.ToString() is "VP" or "KHTC")
        {
            Projects(answers, chances);
        }

        if (spoilt && part.Slip is { } slip)
        {
            answers[slip.Field] = slip.Spoil(answers[slip.Field]);
        }

        return answers;
    }

    private static void Direction(SortedDictionary<string, object> answers, Part part, Random chances)
    {
        var hasBoard = chances.NextDouble() < (part.Unit.Level == UnitLevel.District ? 0.6 : 0.95);
        answers["so_chi_thi"] = chances.Next(part.HasSubordinates ? 12 : 4);
        answers["so_quy_che"] = chances.Next(part.HasSubordinates ? 9 : 4);
        answers["so_ke_hoach"] = 1 + chances.Next(part.HasSubordinates ? 25 : 11);
        answers["so_cuoc_kiem_tra"] = chances.Next(part.HasSubordinates ? 60 : 6);
        answers["co_ban_chi_dao"] = hasBoard;
        if (hasBoard)
        {
            answers["ngay_lap_ban_chi_dao"] = new DateOnly(2008, 3, 1).AddDays(chances.Next(3400));
        }

        answers["danh_gia_chi_dao"] = Phrases.Paragraphs(chances, Phrases.Direction, hasBoard ? Phrases.WithBoard : Phrases.WithoutBoard);
    }

    private static void Means(SortedDictionary<string, object> answers, UnitSize size, Random chances)
    {
        answers["so_can_bo"] = size.Staff;
        answers["may_tinh"] = size.Computers;
        answers["may_chu"] = size.Servers;
        answers["co_mang_noi_bo"] = chances.NextDouble() < 0.9;
        answers["ket_noi_wan"] = Phrases.Pick(chances, "on_dinh", "on_dinh", "on_dinh", "on_dinh", "khong_on_dinh", "khong_on_dinh", "chua_ket_noi");
        if (chances.NextDouble() < 0.8)
        {
            answers["duong_truyen_bao_mat"] = size.Servers == 0 ? 1 : 1 + chances.Next(3);
        }

        if (chances.NextDouble() < 0.95)
        {
            answers["bang_thong_internet"] = 20m + (chances.Next(1600) / 10m);
        }

        answers["phan_mem_dung_chung"] = 3 + chances.Next(7);
        answers["phan_mem_tu_dau_tu"] = Math.Max(0, chances.Next(6) - 3);
        answers["ty_le_da_dao_tao"] = decimal.Round(100m * size.Trained / size.Staff, 2);
        answers["luot_dao_tao"] = size.Trained + chances.Next((2 * size.Staff) + 1);
        answers["can_bo_chuyen_trach"] = Math.Max(1, size.Staff / 45) + chances.Next(2);
    }

    private static void Money(SortedDictionary<string, object> answers, UnitSize size, Random chances)
    {
        // Over ten years: about twelve million đồng a computer and a hundred and fifty a server, to the đồng.
        var bought = (size.Computers * (9_000_000m + chances.Next(6_000_000))) + (size.Servers * (120_000_000m + chances.Next(60_000_000)));
        answers["kinh_phi_nganh"] = bought + 1_000_000;
        answers["kinh_phi_dia_phuong"] = chances.NextDouble() < 0.55 ? decimal.Floor(bought * chances.Next(5, 40) / 100_000) * 1000 : 0m;
        if (chances.NextDouble() < 0.25)
        {
            answers["kinh_phi_khac"] = chances.Next(5, 300) * 1_000_000m;
        }

        answers["danh_gia_dau_tu"] = Phrases.Paragraphs(chances, Phrases.Investment, size.Computers < size.Staff ? Phrases.TooFew : Phrases.Enough);
    }

    private static void Use(SortedDictionary<string, object> answers, UnitSize size, Random chances)
    {
        var share = 45m + (chances.Next(5500) / 100m);
        answers["so_nguoi_su_dung"] = Math.Min(size.Staff, 1 + (int)(size.Staff * share / 100));
        if (size.EntersCases)
        {
            answers["ho_so_da_nhap"] = size.Staff * chances.Next(90, 320);
            answers["ty_le_nhap_du_lieu"] = Math.Min(100m, share + (chances.Next(1500) / 100m));
        }

        if (chances.NextDouble() < 0.85)
        {
            answers["ngay_trien_khai"] = new DateOnly(2008, 6, 2).AddDays(chances.Next(2000));
        }

        if (chances.NextDouble() < 0.9)
        {
            answers["phan_mem_hieu_qua"] = Phrases.Software(chances);
        }

        answers["ty_le_van_ban_dien_tu"] = decimal.Round(share * 0.9m, 2);
        answers["muc_do_ung_dung"] = share switch { > 88 => "tot", > 68 => "kha", > 50 => "trung_binh", _ => "yeu" };
        answers["danh_gia_trien_khai"] = Phrases.Paragraphs(chances, Phrases.Use, share > 68 ? Phrases.UsedWell : Phrases.UsedLittle);
    }

    private static void Outlook(SortedDictionary<string, object> answers, UnitSize size, Random chances)
    {
        answers["kho_khan_dau_tu"] = chances.NextDouble() < 0.08 ? "Không" : Phrases.Paragraphs(chances, Phrases.InvestmentTroubles, Phrases.InvestmentTroubles);
        answers["kho_khan_trien_khai"] = chances.NextDouble() < 0.05 ? "Không" : Phrases.Paragraphs(chances, Phrases.UseTroubles, Phrases.UseTroubles);
        answers["nguyen_nhan_chinh"] = Phrases.Pick(chances, "kinh_phi", "kinh_phi", "nhan_luc", "nhan_luc", "ha_tang", "phan_mem", "nhan_thuc", "khac");
        answers["phuong_huong"] = Phrases.Paragraphs(chances, Phrases.Directions, Phrases.Directions);
        answers["giai_phap_nhiem_vu"] = Phrases.Paragraphs(chances, Phrases.Tasks, Phrases.Tasks);
        if (chances.NextDouble() < 0.7)
        {
            answers["nhan_luc_con_thieu"] = chances.Next(3);
        }

        if (chances.NextDouble() < 0.6)
        {
            answers["phan_mem_de_nghi"] = Phrases.Software(chances);
        }

        if (chances.NextDouble() < 0.75)
        {
            answers["kinh_phi_de_nghi"] = decimal.Round(size.Staff * chances.Next(8, 25) / 10m) * 10_000_000m;
        }
    }

    private static void Projects(SortedDictionary<string, object> answers, Random chances)
    {
        var approved = chances.Next(180, 900) * 1_000_000_000m;
        answers["so_du_an"] = 6 + chances.Next(30);
        answers["tong_muc_dau_tu"] = approved;
        answers["da_giai_ngan"] = decimal.Floor(approved * chances.Next(70, 97) / 100) + chances.Next(999);
        answers["du_an_lon_nhat"] = decimal.Floor(approved * chances.Next(20, 45) / 100);
        answers["danh_gia_du_an"] = Phrases.Paragraphs(chances, Phrases.Investment, Phrases.Enough);
    }
}
