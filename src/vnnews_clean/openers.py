"""Words that sentences begin with, and names do not: where flat text has lost its borders, they tell them.

A word with a capital is the beginning of a sentence, or part of a name. Of the words below, each opened a
sentence or a headline twelve times as often, at least, as it ended a name, in the texts of several
newspapers with a line for each paragraph: they are 454 of some 3,000 syllables, and three sentences in
four that begin with a single capital begin with one of them.
"""

from __future__ import annotations

from typing import Final

_ANYWHERE: Final = (
    "Trong Theo Tuy Các Sau Một Tôi Nhưng Nếu Đây Những Khi Ngoài Trước Với Có Không Người Hiện Vì Tại Từ"
    " Nhiều Do Để Việc Bên Và Ông Chúng Về Còn Đến Đó Họ Ở Cũng Dù Đặc Hai Sự Ngay Cụ Bạn Thời Cùng Trên Như"
    " Giá Mặc Mỗi Số Qua Được Tất Lúc Bởi Tính Hôm Vào Riêng Hãy Thậm Vậy Mới Hơn Chị Cả Cuối Đáng Nó Cho Tiếp"
    " Nói Chưa Là Nhờ Mọi Lần Đã Chẳng Mức Ví Thay Trao Song Mình Làm Quá Tỷ Gần Nhìn So Kể Rất Hầu Giờ Chia"
    " Trận Phải Dưới Bị Chiếc Thật Xin Vị Chiều Rồi Ngược Nên Thêm Trả Vấn Cần Xem Ai Giới Vợ Vừa Nguồn Loại"
    " Ảnh Mẹ Thấy Đôi Đi Đừng Dùng Bây Hay Đêm Bắt Buổi Cứ Cậu Ngành Bước Muốn Biết Giai Nạn Yêu Vài Xét Tác"
    " Nghe Hoạt Khoảng Chuyến Đúng Liệu Sử Ăn Nhằm Sẽ Cảm Cặp Mà Món Cha Suốt Từng Tên Trải Ít Chồng Bố Vẫn"
    " Đứng Ước Phía Thí Giống Trở Vốn Càng Hoặc Ra Chắc Đóng Khác Cú Khó Nhu Đoạn Sắp Xu Mong Khả Tùy Lấy Rõ"
    " Thịt Mấy Tốc Mối Chàng Dựa Dẫn Chú Tỉ Phản Áp Chơi Nằm Đám Dường Bỏ Chọn Tạm Nay Đau Dẫu Khán Giảm Đợt"
    " Lũy Màn Nhiệm Vai Phút Chào Nàng Hắn Hạn Tranh Hỏi Ngồi Tức Chênh Nhấn Kiểu Dĩ Giữ Cuốn Đặt Đẩy Đương"
    " Nhắc Lối Đấy Nắm Cháu Mất Nào Giả Chờ Loài Thưa Hiểu Thì Vả Bọn Nửa Tận Rạng Gọi Thích Lãi Yếu Sợ Dọc Lẽ"
    " Đột Mời Màu Ấy Lên Lòng Tránh Trưa Dịp Cáo Mang Lựa Chạy Trừ Tóm Luôn Dàn Khổ Góp Truy Ổ Nỗ Gã Nghĩ"
    " Khoảnh Đèn Chừng Khẳng Ngủ Rà Hút Cắt Đỉnh Ngọn Bột Thúc Nụ Chứ Bày Nợ Binh Nêu"
)
"""No name begins or ends with these: a capital between small words is a beginning."""
_BEHIND_NAMES: Final = (
    "Điều Cô Đối Kết Thế Thứ Thực Con Cuộc Năm Cách Vụ Đội Tình Ngày Nhóm Phần Bác Học Tương Nhận Sản Mặt Nữ"
    " Hình Hệ Máy Bất Đơn Khách Mục Chuyện Câu Nước Đề Xe Cá Phiên Căn Ngôi Phim Tuần Tay Tới Tòa Trái Lời"
    " Đánh Dòng Bốn Quả Bức Chúc Phân Giữa Đồ Ứng Thuốc Khởi Pha Khối Tìm Biến Nền Bảng Dữ Tốt Nỗi Đọc Xác Mô"
    " Bánh Biểu Xếp Kẻ Tháng Bao Uống Hết Thử Lớp Khoản Sống Cơn Gặp Tuổi Hạt Nhớ Thỉnh Bãi Cây Tai Bữa Vòng"
    " Lâu Xử Cố Bổ Vượt Vẻ Diện Vùng Mưa Tuyệt Cửa Lệnh Rau Nghề Gửi Trò Thẻ Quỹ Khung Cử Chốt Trạm Thạc Giấc"
    " Toà Đón Dấu Quay Cổng Cấu Gây Làn Đưa Nâng Cánh Gương Giọng Lạm Phạt Bù Vườn Đáp Mạng Thỏa Thách Chăm"
    " Trách Tấm Tôm The Tầm Mỏ Cụm Nhịp Kênh"
)
"""Names begin with these ("Nước", "Bác", "Vụ Thuế"), and none ends with them."""

_COMPOUNDS: Final = (
    "Đồng_thời Dự_án Chương_trình Phát_biểu Dự_kiến Trường_hợp Chính_vì Nguyên_nhân Đại_diện Liên_quan"
    " Lãnh_đạo Bệnh_nhân Toàn_bộ Lực_lượng Chỉ_số Bản_thân Lý_do Nội_dung Thông_thường Tổng_số Ban_đầu"
    " Chuyên_gia Tiền_đạo Khu_vực Chính_quyền Dự_báo Chỉ_có Cầu_thủ Chỉ_cần Bộ_phim Thông_qua Sáng_nay"
    " Hàng_loạt Phát_hiện Điển_hình Quy_định Đầu_tiên Cổ_phiếu Nhân_dịp Động_thái Nhiệt_độ Công_việc Chi_phí"
    " Ca_sĩ Danh_sách Cơ_sở Chỉ_trong Anh_ấy Nhân_viên Hồi_tháng Đầu_năm Hậu_quả Du_khách Phóng_viên Đa_số"
    " Anh_ta Tăng_cường Xuất_khẩu Tham_dự Giải_pháp Phương_án Tài_xế May_mắn Cơ_hội Dự_thảo Diễn_biến"
    " Nguyên_liệu Ngoại_trưởng Doanh_thu Trung_bình Lợi_nhuận Nơi_đây Địa_chỉ Bằng_cách Quan_trọng Dự_đoán"
    " Tiền_vệ Hàng_chục Thiết_bị Tham_gia Thông_báo Chỉ_sau Lý_giải Tuyên_bố Lưu_ý Hàng_trăm Tổng_cộng"
    " Phương_pháp Hành_vi Hồ_sơ Giáo_viên Quan_điểm Đàn_ông Địa_điểm Sở_dĩ Chế_độ Tập_trung Thương_hiệu"
    " Truyền_thông Khảo_sát Tổng_mức Đồng_chí Nhất_là Thủ_môn Trụ_sở Hợp_đồng Chi_tiết Hậu_vệ Hàng_ngày"
    " Ghi_nhận Lễ_hội Liên_tục Nhân_vật Doanh_số Anh_chàng Chỉ_khi Quy_mô Cập_nhật Quan_chức Mãi_đến Lợi_dụng"
    " Tổng_giá Thượng_tá Bí_quyết Nguy_cơ Đảm_bảo Phụ_huynh Chỉ_một Tập_thể Quy_trình Thường_xuyên Tuyến_đường"
    " Hoàn_thành Chỉ_riêng Giải_thích Hành_khách Triển_khai Chủ_trương Thầy_giáo Bằng_chứng Ưu_điểm Sáng_ngày"
    " Trung_vệ Công_dụng Phương_thức Lĩnh_vực Đoàn_quân Ngoại_trừ Văn_bản Thu_thập Thanh_khoản Toàn_cảnh"
    " Cơ_thể Chỉ_tính Chỉ_với Hằng_ngày"
)
"""Words of two syllables, ``_`` between them, that open sentences; alone, the first ends names as well."""

ANYWHERE: Final = f"(?:{'|'.join(_ANYWHERE.split())})"
"""Pattern of a word that begins a sentence wherever it has a capital."""
BEHIND_NAMES: Final = f"(?:{'|'.join((_ANYWHERE + ' ' + _BEHIND_NAMES).split())})"
"""Pattern of a word that begins a sentence where it stands behind a name, with a capital."""
COMPOUNDS: Final = rf"(?:{'|'.join(_COMPOUNDS.split())})\b".replace("_", " ")
"""Pattern of such a word of two syllables."""
