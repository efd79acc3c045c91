"""Made pages for training, beside those of ``../shared/bench/compose.py``: real frames around other articles.

Each page is a list of (text, state); ``None`` is an empty line.
"""

from __future__ import annotations

import json
import random
import re

NAMES = "Minh Thu,Quang Huy,Lan Anh,bạn đọc,Hoàng Nam,nguyen van a,Thuỳ Dương,tran binh,Mai,Hải Đăng,user_1998,Người qua đường,Phạm Tuấn,Khách,Bảo Ngọc,Võ Hùng,Dân thường,Đỗ Quyên".split(",")
PLAYER = "Auto,Back,Next,Stay,Play,Pause,Mute,Skip,Quality,Playback speed,1x Normal,0.25x,0.5x,1.25x,1.5x,2x,360p,480p,720p,1080p,240p,/,00:00,0:00 / 3:12,LIVE,Fullscreen,Phụ đề,Tắt tiếng,Toàn màn hình,Tốc độ,Chất lượng,Tự động,Advertisement,Quảng cáo,Ads by,Powered by,×,Đóng,Loading...,Settings,Captions,Picture-in-Picture,Replay,Xem lại,Bỏ qua,Giọng nữ,Giọng nam,Nam miền Bắc,Nữ miền Nam,Cỡ chữ,A-,A+,In,Email,Lưu,Zalo,Facebook".split(",")
WIDGET = "VN-Index,HNX,Mua,Bán,USD,EUR,JPY,Hà Nội,TP.HCM,Đà Nẵng,Cần Thơ,Tháng 1,Tháng 2,CN,T2,T3,T4,T5,T6,T7,Mã CK,Giá,+/-,Khối lượng,Nhiệt độ,Độ ẩm,SJC,PNJ,Vòng 3,FT,HT,Điểm,Trận,Có,Không,Ý kiến khác,Biểu quyết,Xem kết quả".split(",")
FORM = "Email,Mật khẩu,Số điện thoại,Họ tên,Nhập mã xác thực,Gửi lại mã,Tôi đồng ý với điều khoản,Ghi nhớ đăng nhập,Quên mật khẩu?,Đăng nhập bằng Google,Đăng nhập bằng Facebook,Chưa có tài khoản?,Tạo tài khoản mới,Hoặc,Xác nhận,Huỷ,Tài khoản của bạn đã bị khoá.,Mã xác thực không đúng.,Nhập lại mật khẩu mới,Tên hiển thị không được để trống.,Vui lòng kiểm tra hộp thư của bạn.,Ngày sinh,Giới tính,Nam,Nữ,Lưu thay đổi,Ảnh đại diện,Tin đã lưu,Hoạt động bình luận,Thoát".split(",")
BUTTONS = "Thích,Trả lời,Thích | 0,0 Thích,Chia sẻ,Báo vi phạm,3 thích,Trả lời Thích,Vi phạm,Xem thêm,12,1,Like,Reply,0".split(",")
HEADERS = "Chuyện hay trong tuần,Bạn đọc chọn,Mục này hôm qua,Đang xôn xao,Cùng một loạt bài,Nhìn lại,Có gì mới,Điểm hẹn,Sổ tay,Góc nhỏ,Đừng quên,Từ kho lưu trữ,Xem gì tiếp,Đọc gì bây giờ,Trong số này,Ngoài ra còn có,Kết nối,Vừa đăng,Hôm nay trên báo,Nghe kể,Chuyên trang,Đối tác,Có thể bạn chưa biết,Mới lên trang,Từ cùng tác giả,Câu chuyện khác".split(",")


def frames(corpus_rows, folds, fold_of):
    """Of each labelled page: lines above, groups of boilerplate inside, lines below."""
    out = []
    for row in corpus_rows:
        if fold_of(row["publisher"]) not in folds:
            continue
        segs = [(re.sub(r"\s+", " ", s["t"]).strip(), s["l"], s["k"]) for s in row["segments"]]
        segs = [s for s in segs if s[0]]
        c = [i for i, s in enumerate(segs) if s[1] == "C"]
        t = [i for i, s in enumerate(segs) if s[2] == "title" and s[1] != "B"]
        first = min(c[0], t[0]) if t else c[0]
        head = [(s[0], s[2]) for s in segs[:first]]
        tail = [(s[0], s[2]) for s in segs[c[-1] + 1:] if s[1] == "B"]
        mids, run = [], []
        for s in segs[first:c[-1] + 1]:
            if s[1] == "B" and s[2] != "duplicate":
                run.append((s[0], s[2]))
            elif run and s[1] != "N":
                mids.append(run); run = []
        body = segs[first:c[-1] + 1]
        out.append((head, mids, tail, body))
    return out


def mid_states(run):
    """States of a group of boilerplate inside an article."""
    rows = []
    for text, kind in run:
        if kind in ("related", "most_read"):
            rows.append((text, "S" if len(text) > 110 and text[-1] in ".…!?" else "I"))
        else:
            rows.append((text, "M"))
    if len(rows) > 1 and rows[0][1] == "I" and len(rows[0][0]) < 30:
        rows[0] = (rows[0][0], "H")
    return rows


def comments(r, pool):
    rows = [(r.choice(["Bình luận", "Ý kiến bạn đọc", "Bình luận (%d)" % r.randint(2, 90), "Bạn đọc viết", "Thảo luận", "Chuyện trò"]), "Z")] if r.random() < 0.8 else []
    order = r.choice(["ntb", "nb", "tnb", "bnt", "ndtb", "b"])
    texts = pool.arts
    for _ in range(r.choice([1, 2, 4, 8, 16, 30])):
        art = r.choice(texts)
        p = r.choice(art[2])
        if r.random() < 0.6:
            s = re.split(r"(?<=[.!?…])\s+", p)
            p = " ".join(s[: r.randint(1, 3)])
        if r.random() < 0.15:
            p = p.lower().rstrip(".")
        for ch in order:
            if ch == "n": rows.append((r.choice(NAMES), "Z"))
            elif ch == "t" or ch == "d": rows.append((r.choice(["%d giờ trước" % r.randint(1, 23), "%02d:%02d %d/%d/20%d" % (r.randint(0, 23), r.randint(0, 59), r.randint(1, 28), r.randint(1, 12), r.randint(10, 26)), "%d ngày trước" % r.randint(1, 9)]), "Z"))
            else: rows.append((p, "Z"))
        for _ in range(r.choice([0, 1, 2, 3])): rows.append((r.choice(BUTTONS), "Z"))
    return rows


def article(pool, r, bodies):
    """Rows of an article: title, lede, body of many sorts."""
    kind = r.choice(["text"] * 6 + ["photo", "list", "short", "table", "qa", "real", "real", "lines"])
    title, lede, body, _ = r.choice(pool.arts)
    if title is None:
        title = r.choice(pool.heads)[0] if r.random() < 0.5 else None
    rows = []
    if kind == "real" and bodies:
        for text, label, k in r.choice(bodies):
            if label == "B": continue
            state = "T" if k == "title" else "N" if label == "N" else "P" if len(text) > 110 else "G"
            rows.append((text, state))
        return rows
    if title: rows.append((title, "T"))
    for _ in range(r.choice([0, 0, 1, 2])):
        rows.append((r.choice([r.choice(NAMES[:5]), "%02d/%02d/20%d %02d:%02d" % (r.randint(1, 28), r.randint(1, 12), r.randint(10, 26), r.randint(0, 23), r.randint(0, 59)), "Thứ %s, %d/%d/20%d" % (r.choice(["hai", "ba", "tư"]), r.randint(1, 28), r.randint(1, 12), r.randint(10, 26))]), "N"))
    rows.append((lede, "P"))
    body = body[: r.choice([2, 5, 9, 14, 30])]
    if kind == "short":
        return rows + [(p, "P") for p in body[: r.choice([0, 1, 1, 2])]]
    if kind == "photo":
        for p in body:
            s = re.split(r"(?<=[.!?…])\s+", p)[0]
            if r.random() < 0.4: s = s.rstrip(".")
            credit = r.choice(["", "", ". Ảnh: Minh Hà", " (Ảnh: TTXVN)", ". Nguồn: AP"])
            rows.append((s + credit, "N" if credit else "G"))
        return rows
    for n, p in enumerate(body):
        sents = re.split(r"(?<=[.!?…])\s+", p)
        if kind == "list":
            h = " ".join(sents[0].split()[: r.randint(3, 12)]).rstrip(",.")
            rows.append((r.choice(["%d. " % (n + 1), "", "Bước %d: " % (n + 1), "- "]) + h, "G"))
        if kind == "qa":
            rows.append((r.choice(["PV: ", "- ", "Hỏi: ", ""]) + sents[0].rstrip(".") + "?", "G"))
        if kind == "table" and r.random() < 0.4:
            for _ in range(r.choice([3, 6, 12, 24])):
                rows.append((r.choice(["%d" % r.randint(1, 999), "%d.%03d" % (r.randint(1, 99), r.randint(0, 999)), "%d,%d %%" % (r.randint(0, 99), r.randint(0, 9)), " ".join(r.choice(sents).split()[: r.randint(1, 4)]), "%d-%d" % (r.randint(0, 5), r.randint(0, 5))]), "G"))
        if kind == "lines":
            for s in sents: rows.append((s if r.random() < 0.7 else " ".join(s.split()[: r.randint(3, 10)]), "G"))
        else:
            rows.append((p, "P" if len(p) > 110 else "G"))
        if r.random() < 0.12:
            rows.append((" ".join(r.choice(sents).split()[:20]) + r.choice([" (Ảnh: Hà Anh)", ". Ảnh: TTXVN", "", " - Ảnh: NVCC"]), "N"))
    if r.random() < 0.35:
        rows.append((r.choice(["Hà Linh", "Theo TTXVN", "Nguồn: VOV", "Bài và ảnh: Quốc Bình", "PV", "(Theo Lao Động)"]), "N"))
    return rows


def box(r, pool, inside, n):
    """A box of other articles with a shape of its own."""
    rows = []
    H, I, S = ("H", "I", "S") if inside else ("Z", "Z", "Z")
    x = r.random()
    if x < 0.75:
        h = r.choice(HEADERS) if r.random() < 0.6 else r.choice(["Tin liên quan", "Đọc thêm", "Xem thêm", "Tin khác", "Bài liên quan", "Xem nhiều", "Đọc nhiều", "Tin mới", "Có thể bạn quan tâm"])
        rows.append((r.choice([str, str.upper])(h) + r.choice(["", "", ":"]), H))
    elif inside and n < 3:
        return []
    shape = r.choice(["h", "h", "hs", "hs", "hc", "hh", "hhs", "hd", "kh", "dh", "hds", "hsm", "ph", "sh", "khs", "nh"])
    for k in range(n):
        head, summ = r.choice(pool.heads)
        words = summ.split()
        for ch in shape:
            if ch == "h": rows.append((head, I))
            elif ch == "s": rows.append((summ, S))
            elif ch == "p": rows.append((" ".join(words[: r.randint(5, 14)]).rstrip(",."), I))
            elif ch == "c": rows.append((" ".join(words[: max(7, len(words) * 2 // 3)]) + r.choice(["...", "…", " ..."]), S))
            elif ch == "d": rows.append((r.choice(["%d giờ trước" % r.randint(1, 22), "%02d:%02d" % (r.randint(0, 23), r.randint(0, 59)), "%d/%d/20%d" % (r.randint(1, 28), r.randint(1, 12), r.randint(10, 26))]), I))
            elif ch == "k": rows.append((r.choice(["Thời sự", "Sức khỏe", "Pháp luật", "Du lịch", "Bạn đọc", "Công nghệ", "Đời sống"]), I))
            elif ch == "m": rows.append((r.choice(["%d" % r.randint(0, 60), "%d bình luận" % r.randint(1, 60), "Chi tiết"]), I))
            elif ch == "n": rows.append((str(k + 1), I))
    return rows


def page(pool, framed, r):
    head, mids, tail, _ = r.choice(framed)
    _, other_mids, other_tail, _ = r.choice(framed)
    rows = []
    whole = r.random()
    if whole < 0.6:
        rows += [(t, "A") for t, _ in head]
        if r.random() < 0.25:
            at = r.randint(0, len(rows))
            rows[at:at] = [(t, "A") for t in r.sample(FORM, r.randint(5, 25))]
    elif whole < 0.7:
        rows += [(t, "A") for t in r.sample(FORM, r.randint(3, 25))]
    art = article(pool, r, [f[3] for f in framed])
    if rows and art and art[0][1] == "T" and r.random() < 0.3:
        rows.append((art[0][0], "A"))
    if rows and r.random() < 0.3:
        rows += [(h[0], "A") for h in r.sample(pool.heads, r.randint(1, 6))]
    start = 1 if art and art[0][1] == "T" else 0
    slots = list(range(start + 1, len(art)))
    r.shuffle(slots)
    extra = {}
    groups = []
    for _ in range(r.choice([0, 0, 1, 1, 2, 3])):
        x = r.random()
        if x < 0.35 and (mids or other_mids): groups.append(mid_states(r.choice(mids or other_mids)))
        elif x < 0.6: groups.append([(r.choice(PLAYER), "M") for _ in range(r.choice([1, 2, 4, 9, 20, 35]))])
        elif x < 0.7: groups.append([(r.choice(WIDGET) if r.random() < 0.6 else "%d,%02d" % (r.randint(0, 99), r.randint(0, 99)), "M") for _ in range(r.choice([4, 9, 20, 35]))])
        else: groups.append(box(r, pool, True, r.choice([1, 2, 3, 3, 4, 6, 10])))
    for g, at in zip(groups, slots, strict=False): extra[at] = g
    if rows and r.random() < 0.5: extra.setdefault(start, [(r.choice(PLAYER), "M") for _ in range(r.randint(1, 8))])
    spaced = r.random() < 0.5
    for k, x in enumerate(art):
        if k in extra:
            rows += extra[k]
            if spaced: rows.append(None)
        rows.append(x)
        if spaced: rows.append(None)
    below = r.random()
    end = []
    for _ in range(r.choice([0, 1, 1, 2, 3])):
        x = r.random()
        if x < 0.3: end += comments(r, pool)
        elif x < 0.8: end += box(r, pool, False, r.choice([1, 2, 3, 5, 8, 15, 30]))
        else: end += [(r.choice(PLAYER + FORM), "Z") for _ in range(r.randint(1, 12))]
    if below < 0.55 or whole < 0.6:
        end += [(t, "Z") for t, _ in tail] if r.random() < 0.7 else [(t, "Z") for t, _ in other_tail]
    if not any(s == "Z" for _, s in end) and r.random() < 0.5: end = []
    return rows + end
