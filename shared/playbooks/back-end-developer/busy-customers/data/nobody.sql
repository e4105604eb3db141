-- Plenty of orders, none by anybody with more than three in 2024.
INSERT INTO customers VALUES (1, 'Lund'), (2, 'Marsh'), (3, 'Nagy');
INSERT INTO orders
SELECT n, 1 + n % 3, 100.00, timestamptz '2024-01-15 10:00:00+00' + n * interval '1 day' FROM generate_series(1, 9) n;
INSERT INTO orders
SELECT 100 + n, 2, 100.00, timestamptz '2025-01-15 10:00:00+00' + n * interval '1 day' FROM generate_series(1, 7) n;
